import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concepts } from '../../content/concepts.ts';
import { conceptFaults } from '../../src/concepts.ts';
import { setFormula } from '../../src/markdown/math.ts';

const chapters = globSync('content/lessons/*/*.mdx').map((path) => ({ path, source: readFileSync(path, 'utf8') }));
const library = globSync('lib/**/*.ts', { exclude: ['lib/dist/**'] }).map((path) => readFileSync(path, 'utf8'));

it('is told in every register, each concept in a section', () => {
  const byLesson = Map.groupBy(chapters, ({ path }) => dirname(path));
  const lessons = [...byLesson].map(([folder, tellings]) => ({
    folder,
    tellings: tellings.map(({ path, source }) => ({ register: basename(path, '.mdx'), source })),
  }));
  expect(conceptFaults(lessons)).toEqual([]);
});

describe.each(Object.entries(concepts))('%s', (id, { line, tex, macro }) => {
  it('has a line that stands in the library', () => {
    const lines = library.flatMap((source) => source.split('\n').map((each) => each.trim().replace(/,$/, '')));
    expect(lines).toContain(line);
  });
  it('has a macro that writes its symbol', () => {
    const html = setFormula(macro, false);
    expect(html).toContain(`data-concept="${id}"`);
    expect(/<annotation[^>]*>([^<]*)</.exec(html)![1]).toBe(`{${tex}}`);
  });
});

/** The shapes that formulas and tables give, by the macro or the term beside them. */
const given = chapters.flatMap(({ source }) => [
  ...[...source.matchAll(/\\underset\{(\(.*?\))\}\{(\\\w+)\}/g)].map(([, shape, name]) => [name!, shape!] as const),
  ...[...source.matchAll(/^\| <Term id="(\w+)">.*/gm)].flatMap(([row, id]) =>
    [...row.matchAll(/\([nm]\s*,[^)]*\)/g)].map(([shape]) => [id!, shape] as const),
  ),
]);

it.each(['query', 'key', 'value', 'scores', 'weights', 'output'] as const)(
  'has the shape of %s that chapters give',
  (id) => {
    const { macro, shape } = concepts[id];
    const shapes = given.flatMap(([name, each]) => (name === id || name === macro ? [each] : []));
    expect(shapes.length).toBeGreaterThan(0);
    // In TeX a subscript and thin spaces, in code neither.
    expect([...new Set(shapes.map((each) => each.replace(/[\s\\_]|,(?=\\,)/g, '').replace(/,+/g, ', ')))]).toEqual([
      shape,
    ]);
  },
);
