import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { places } from '../../content/lessons/attention/places.ts';
import { headingsIn, parseMdx } from '../../src/markdown/mdx.ts';

const registers = ['plain-english', 'code', 'academic'] as const;

describe.each(registers)('the places of %s', (register) => {
  const tree = parseMdx(readFileSync(`content/lessons/attention/${register}.mdx`, 'utf8'));
  const ids = headingsIn(tree)
    .filter(({ depth }) => depth === 2)
    .map(({ id }) => id);

  it('are headings that it has', () => {
    expect(places.map((place) => place[register]).filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('name every section, so that the switch never loses the reader', () => {
    const named = new Set<string>(places.map((place) => place[register]));
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });
});
