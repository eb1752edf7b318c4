import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { encode, tokenize } from '../../lib/encoder/index.ts';
import { componentsIn, parseMdx, valueOf } from '../../src/markdown/mdx.ts';
import { int8, vocabulary } from '../lib/encoder/models.ts';

const chapters = globSync('content/lessons/*/*.mdx').filter((path) => basename(path) !== 'index.mdx');

describe.each(chapters)('%s', (path) => {
  const { children } = parseMdx(readFileSync(path, 'utf8'));
  const starts = children.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []));
  it.each(starts.map((start, index) => [toString(children[start]), children.slice(start, starts[index + 1])] as const))(
    'lets the reader predict or write something in “%s”',
    (_title, section) => {
      const asked = ['Predict', 'Exercise'].flatMap((name) => componentsIn({ type: 'root', children: section }, name));
      expect(asked.length).toBeGreaterThan(0);
    },
  );

  it('counts the answers in its last section, once', () => {
    const tallies = (nodes: typeof children): number => componentsIn({ type: 'root', children: nodes }, 'Tally').length;
    expect(tallies(children)).toBe(1);
    expect(tallies(children.slice(starts.at(-1)))).toBe(1);
  });

  it('gives no choice without a word for those who choose wrong', () => {
    const silent = componentsIn({ type: 'root', children }, 'Predict').flatMap((question) => {
      const options = valueOf(question, 'options');
      if (!Array.isArray(options)) return [];
      const answer = valueOf(question, 'answer');
      return options.filter((option, place) => place !== answer && typeof option === 'string');
    });
    expect(silent).toEqual([]);
  });
});

describe('what predictions say of the model', () => {
  it('is so: bank looks most at money, apart from itself', () => {
    const { pieces, ids } = tokenize('I went to the bank to deposit money', vocabulary);
    const n = ids.length;
    const bank = pieces.findIndex((piece) => piece.endsWith('bank'));
    const row = [...encode(ids, int8).layers[1]!.weights[1]!.subarray(bank * n, (bank + 1) * n)];
    const ranked = row.map((weight, key) => ({ weight, piece: pieces[key]! })).toSorted((a, b) => b.weight - a.weight);
    expect(ranked.filter(({ piece }) => !piece.endsWith('bank'))[0]!.piece).toMatch(/money$/);
  });
});
