import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode, tokenize } from '../../lib/encoder/index.ts';
import { int8, vocabulary } from '../lib/encoder/models.ts';

describe.each(['plain-english', 'code', 'academic'])('%s', (register) => {
  const [, ...sections] = readFileSync(`content/lessons/attention/${register}.mdx`, 'utf8').split(/^## /m);
  it.each(sections.map((section) => [section.split('\n')[0]!, section]))(
    'lets the reader predict something in “%s”',
    (_title, section) => {
      expect(section).toContain('<Predict ');
    },
  );
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
