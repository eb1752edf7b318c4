import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePieces, tokenize, wordsAreMeaningful, wordsOf } from '../../../lib/encoder/index.ts';
import { vocabulary } from './models.ts';

const wordsIn = (text: string): string[] => wordsOf(tokenize(text, vocabulary).pieces).map((word) => word.text);

describe('grouping pieces into words', () => {
  test('starts a word at each piece that opens with the mark', () => {
    expect(wordsOf(['▁The', '▁k', 'ing', '▁slept', '.'])).toEqual([
      { text: 'The', start: 0, end: 1 },
      { text: 'king', start: 1, end: 3 },
      { text: 'slept.', start: 3, end: 5 },
    ]);
  });

  test('lets spaces that stand alone join the word after them, and at the end the one before', () => {
    expect(wordsIn('  two   words  ')).toEqual(['two', 'words']);
    expect(wordsIn('eat 漢字 now')).toEqual(['eat', '漢字', 'now']);
  });

  test('has no words in an empty text, and one in a text of spaces', () => {
    expect(wordsIn('')).toEqual([]);
    expect(wordsIn('   ')).toHaveLength(1);
  });

  test('says that merging text without spaces shows nothing', () => {
    const meaningful = (text: string): boolean => wordsAreMeaningful(wordsOf(tokenize(text, vocabulary).pieces));
    expect(meaningful('注意力就是你所需要的一切')).toBe(false);
    expect(meaningful('supercalifragilistic')).toBe(false);
    expect(meaningful('')).toBe(false);
    expect(meaningful('We sat')).toBe(true);
  });
});

describe('merging pieces', () => {
  test('sums over the pieces of a key and takes the mean over those of a query', () => {
    const weights = Float32Array.of(0.5, 0.25, 0.25, 0.1, 0.2, 0.7, 0.3, 0.2, 0.5);
    const merged = mergePieces(weights, wordsOf(['▁a', '▁k', 'ing']));
    for (const [cell, expected] of [0.5, 0.5, 0.2, 0.8].entries()) expect(merged[cell]).toBeCloseTo(expected, 6);
  });

  test('keeps rows that sum to 1 at 1', () => {
    const piece = fc.constantFrom('▁a', '▁', 'b', '漢');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.double({ min: 0.01, max: 1, noNaN: true })),
        (pieces, stream) => {
          const n = pieces.length;
          const weights = new Float32Array(n * n);
          for (let i = 0; i < n; i++) {
            const row = Array.from({ length: n }, () => stream.next().value as number);
            const sum = row.reduce((a, b) => a + b);
            weights.set(
              row.map((value) => value / sum),
              i * n,
            );
          }
          const words = wordsOf(pieces);
          expect(words[0]!.start).toBe(0);
          expect(words.at(-1)!.end).toBe(n);
          expect(words.every((word) => word.text !== '' && word.end > word.start)).toBe(true);
          const merged = mergePieces(weights, words);
          for (let i = 0; i < words.length; i++) {
            const row = merged.subarray(i * words.length, (i + 1) * words.length);
            expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
          }
        },
      ),
      { seed: 1 },
    );
  });

  test('refuses words that do not cover the pieces', () => {
    expect(() => mergePieces(new Float32Array(9), wordsOf(['▁a', '▁b']))).toThrow(
      '2 pieces need 4 weights, but 9 were given',
    );
  });
});
