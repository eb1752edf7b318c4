/** The pairs that come with the figure, read by the model, and what is said of them. */
import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, test } from 'vitest';
import {
  contrastOf,
  cutOf,
  firstChoice,
  outcomeOf,
  presets,
  swapOf,
  type Both,
  type Contrast,
} from '../../components/figures/contrast/reading.ts';
import {
  apartBars,
  mapOf,
  movedBars,
  readoutOf,
  tablesOf,
  weightsOf,
  type Shown,
} from '../../components/figures/contrast/compute.ts';
import { encode, readingOf, tokenize, type EncodeOptions, type Reading } from '../../lib/encoder/index.ts';
import { heatmap } from '../../components/plots/heatmap.ts';
import { surface } from '../plots/snapshot.ts';
import { rowSums } from '../../lib/analysis/rowSums.ts';
import { int8, vocabulary } from '../lib/encoder/models.ts';

function read(text: string, options: EncodeOptions = {}): Reading {
  const tokens = tokenize(text, vocabulary);
  return readingOf(text, tokens, encode(tokens.ids, int8, options));
}
const both = ([first, second]: Both<string>, options?: EncodeOptions): Both<Reading> => [
  read(first, options),
  read(second, options),
];
const contrast = (texts: Both<string>): Contrast => {
  const readings = both(texts);
  return contrastOf({ readings, outcome: outcomeOf(readings) });
};
const why = (first: string, second: string) => () =>
  swapOf([tokenize(first, vocabulary).pieces, tokenize(second, vocabulary).pieces]);
const say = (shown: Shown): string => plainText(readoutOf(shown));

const bank = contrast(presets[0].texts);
const choice = firstChoice(bank, 'bank');
const at = { layer: 1, head: 1 };
const cut = cutOf(both(presets[0].texts), both(presets[0].texts, { cut: { ...at, ...choice } }));

describe('every pair that comes with the figure', () => {
  test.each(presets)(
    '$id: lines up piece by piece, and the watched word is one piece outside the swap',
    ({ texts, word }) => {
      const { labels, swap, merged } = contrast(texts);
      const at = labels[0].indexOf(word);
      expect(labels[1][at]).toBe(word);
      expect(at < swap.start || at >= swap.end).toBe(true);
      expect(merged.filter((label) => label.includes('/'))).toHaveLength(1);
    },
  );
});

describe('river bank and central bank', () => {
  test('begin at how bank attends to the swapped word', () => {
    expect(choice).toEqual({ query: 2, key: 1 });
    expect(firstChoice(bank)).toEqual({ query: 2, key: 1 });
  });

  test('are read out with the edge and without', () => {
    expect(say({ contrast: bank, at, choice })).toBe(
      'bank attends to river: 0.55; in the second sentence bank to central: 0.37. The two bank come out with a cosine of 0.76',
    );
    expect(say({ contrast: bank, at, choice, cut })).toMatch(
      /With this edge cut in both, the two bank come out with a cosine of 0\.9\d in place of 0\.76$/,
    );
    expect(say({ contrast: bank, at, choice: { query: 1, key: 0 } })).toMatch(
      /river and central come out with a cosine of/,
    );
  });

  test('show the row without the edge summing to 1, the cell crossed out, and all else as it was', () => {
    const shown = { contrast: bank, at, choice, cut };
    const map = mapOf(shown, 'first');
    expect(map.weights[2 * 5 + 1]).toBe(0);
    for (const sum of rowSums(map.weights, 5)) expect(sum).toBeCloseTo(1, 5);
    expect(Array.from(map.allowed!).filter((allowed) => allowed === 0)).toHaveLength(1);
    expect(Array.from(map.weights).filter((weight, cell) => weight !== bank.maps[0][1]![1]![cell]).length).toBe(5);
    expect(map.max).toBe(Math.max(...weightsOf(shown).first, ...weightsOf(shown).second));
    expect(mapOf({ ...shown, cut: undefined }, 'first').allowed).toBeUndefined();
  });

  test('are drawn in maps of one size, whatever their words are', () => {
    const sizes = (['first', 'second', 'difference'] as const).map((which) => {
      const svg = heatmap(mapOf({ contrast: bank, at, choice, cut }, which), surface(326));
      return [svg.getAttribute('width'), svg.getAttribute('height')];
    });
    expect(new Set(sizes.map(String)).size).toBe(1);
  });

  test('have bars for what the cut did: in the last layer to its own word alone', () => {
    const shown = { contrast: bank, at, choice, cut };
    expect(apartBars(shown).rows[2]!.values[1]).toBeLessThan(apartBars(shown).rows[2]!.values[0]);
    for (const [word, { values }] of movedBars(shown).rows.entries()) expect(values[0] > 1e-6).toBe(word === 2);
    expect(movedBars({ ...shown, cut: undefined }).rows.map(({ values }) => values)).toEqual(
      shown.contrast.merged.map(() => [0, 0]),
    );
    expect(tablesOf(shown).at(-1)!.columns).toHaveLength(4);
  });
});

describe('two texts that are no pair', () => {
  test.each([
    ['The bank', 'The bank', 'Both sentences are the same.'],
    [
      'The river bank is high',
      'The central bank is low',
      'differ in 2 words: “river” and “central”, “high” and “low”. Let them differ in one.',
    ],
    ['My apple juice is cold', 'My apple pie is cold', 'reads “juice” in 1 piece and “pie” in 2 pieces (pi, ‑e)'],
    ['The bank is high', 'The river bank is high', 'has 4 words and the second 5; from “bank” on'],
    ['a '.repeat(30).trim(), 'a', 'room for 24 pieces, and the longer text has 30'],
  ])('“%s” and “%s”', (first, second, sentence) => {
    expect(why(first, second)).toThrow(sentence);
  });
});
