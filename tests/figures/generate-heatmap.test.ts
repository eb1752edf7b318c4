import { describe, expect, it } from 'vitest';
import { alikeAtFirst, findingOf } from '../../components/figures/generate-heatmap/headline.ts';
import { shareInWords } from '../../components/figures/generate-heatmap/share-in-words.ts';
import { plainText } from '../../components/figure/phrase.ts';

describe('a share in words', () => {
  it('is the nearest simple fraction', () => {
    expect([0.02, 0.1, 0.28, 0.31, 0.5, 0.69, 0.91, 0.99].map(shareInWords)).toEqual([
      'less than a tenth',
      'about a tenth',
      'about a quarter',
      'about a third',
      'about half',
      'about two thirds',
      'about nine tenths',
      'nearly all',
    ]);
  });
});

describe('what a row says', () => {
  const say = (labels: string[], weights: number[], query: number): string =>
    plainText(
      findingOf({
        trained: { labels, weights: Float32Array.from(weights), unit: 'words', sums: [] },
        cell: [query, 0],
      }),
    );
  it('names the strongest other word, and says so where the word looks at itself more', () => {
    expect(say(['bank', 'money'], [0.7, 0.3, 0.9, 0.1], 0)).toBe(
      'Apart from itself, “bank” looks most at “money”: about a third of its attention, 0.30.',
    );
    expect(say(['bank', 'money'], [0.7, 0.3, 0.9, 0.1], 1)).toBe(
      '“money” looks most at “bank”: about nine tenths of its attention, 0.90.',
    );
  });
  it('has nothing to name where there is one word', () => {
    expect(say(['bank'], [1], 0)).toBe('“bank” has no other word to look at.');
  });
});

it('two sentences begin alike up to the first word that differs', () => {
  expect(alikeAtFirst(['a b c d', 'a b x'])).toBe(2);
});
