import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chapterFileFaults } from '../src/chapter-files.ts';

const home = process.cwd();
const head = [
  'title: Bread',
  'label: Plain',
  'order: 1',
  'description: How bread is made, told in plain words for whoever eats it.',
];
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chapters-'));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(home);
  rmSync(root, { recursive: true });
});

function faultsOf(text: string, path = 'content/lessons/bread/plain.mdx'): string[] {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return chapterFileFaults();
}
const chapter = (lines: readonly string[], text = '## Flour\n'): string => `---\n${lines.join('\n')}\n---\n\n${text}`;

describe('chapterFileFaults()', () => {
  it('finds nothing in a sound chapter', () => {
    expect(faultsOf(chapter(head))).toEqual([]);
  });

  const file = 'content/lessons/bread/plain.mdx';
  it.each([
    [
      'a misspelt field',
      chapter(head.with(1, 'lable: Plain')),
      [
        `${file}:1:1: label is missing.`,
        `${file}:3:1: The head has no field lable. Known: title, description, label, order`,
      ],
    ],
    ['a field of another kind', chapter(head.with(2, 'order: first')), [`${file}:4:1: order is "first".`]],
    [
      'a head that cannot be read',
      chapter(head.with(0, 'title: "Bread')),
      [`${file}:7:1: The head cannot be read: unexpected end of the stream`],
    ],
    [
      'a tag that is not closed',
      chapter(head, 'One.\n\n<Term id="query">\n'),
      [`${file}:10:1: Expected a closing tag for `],
    ],
  ])('finds %s, with file and line', (_, text, says) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(says.length);
    expect(faults).toEqual(says.map((start) => expect.stringContaining(start)));
  });

  it.each([
    ['content/lessons/bread/plain.md', 'a chapter is named content/lessons/bread/plain.mdx'],
    ['content/lessons/plain.mdx', 'stands in no lesson'],
    ['content/lessons/bread/more/plain.mdx', 'stands in no lesson'],
  ])('finds %s, which would be left out or become another lesson', (path, says) => {
    expect(faultsOf(chapter(head), path)).toEqual([expect.stringContaining(says)]);
  });

  it('asks for no label where a lesson is one page, and for one where it gets a second', () => {
    const nameless = chapter(head.toSpliced(1, 1));
    expect(faultsOf(nameless, 'content/lessons/salt/index.mdx')).toEqual([]);
    expect(faultsOf(chapter(head), 'content/lessons/salt/plain.mdx')).toEqual([
      expect.stringMatching(/^content\/lessons\/salt\/index\.mdx:1:1: label is missing\./),
    ]);
  });

  it('finds a language that the site has no words in, and one that is its own', () => {
    expect(faultsOf(chapter(head), 'content/lessons/bread.ar/plain.mdx')).toEqual([
      expect.stringMatching(
        /^content\/lessons\/bread\.ar is told in ar, and there is no content\/strings\/ar\.ts: write what the site says/,
      ),
    ]);
    mkdirSync(join(root, 'content/strings'));
    writeFileSync(join(root, 'content/strings/ar.ts'), '');
    expect(chapterFileFaults()).toEqual([]);
    expect(faultsOf(chapter(head), 'content/lessons/tea.en/plain.mdx')).toEqual([
      'content/lessons/tea.en is told in the site’s own language: call it content/lessons/tea.',
    ]);
  });
});
