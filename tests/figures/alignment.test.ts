import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import figure from '../../components/figures/alignment/figure.ts';
import { leaping, strongestIn } from '../../components/figures/alignment/compute.ts';
import { readBy } from '../../components/figures/alignment/reading.ts';
import { faultsOf, most, own, readSentence } from '../../components/figures/alignment/words.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { translatorOf } from '../../lib/training/translation/card.ts';

const trained = (kind: 'attention' | 'fixed') =>
  translatorOf({ kind, seed: 1 }, readFileSync(`content/models/translation-${kind}-1-1600.bin`));
const [looking, pressed] = [trained('attention'), trained('fixed')];
const read = (sentence: string) => readBy(looking, pressed, sentence);

describe('the sentence that the figure opens with', () => {
  const reading = read(own);

  test('is translated right by the one that looks back, with rows of weights that sum to 1', () => {
    expect(reading.target.join(' ')).toBe('le garçon mange une pomme rouge .');
    for (const row of reading.weights) expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
  });

  test('is looked at word by word, and pomme and rouge cross', () => {
    expect(reading.weights.map(strongestIn)).toEqual([0, 1, 2, 3, 5, 4, 6]);
  });

  test('has articles that look at their own words, as the caption says', () => {
    for (const [query, key] of [
      [0, 0],
      [3, 3],
    ] as const)
      expect(reading.weights[query]![key]).toBeGreaterThan(0.95);
  });

  test('opens at the word that leaps ahead, and leaves open what another sentence has no room for', () => {
    const state = defaultsOf(figure.state);
    expect(figure.compute(state, reading)).toMatchObject({ query: 4, key: 5 });
    const short = figure.fit!({ ...state, query: 6, key: 6 }, read('the cat sleeps .'));
    expect(short).toMatchObject({ query: undefined, key: undefined });
    expect(leaping(read('the cat sleeps .').weights)).toBe(0);
  });
});

test('a question looks where the caption says: at the word behind “does”, and “écoute” at “to”', () => {
  const looksAt = (sentence: string, word: string): string => {
    const { source, target, weights } = read(sentence);
    return source[strongestIn(weights[target.indexOf(word)]!)]!;
  };
  expect(looksAt('does the girl sing ?', 'est-ce')).toBe('the');
  expect(looksAt('does the girl sing ?', 'que')).toBe('the');
  expect(looksAt('the girl listens to the teacher .', 'écoute')).toBe('to');
});

describe('a typed sentence', () => {
  test('is held as the words that are read', () => {
    expect(readSentence(' The girl  sings.')).toBe('the girl sings .');
    expect(figure.state.sentence.read(figure.state.sentence.write('does she sing ?'))).toBe('does she sing ?');
  });

  test.each([
    ['the aple sleeps', ['The translator does not know “aple”. It knows “apple”.']],
    ['the bok sleeps', ['The translator does not know “bok”. It knows “boy” and “book”.']],
    [
      'the giraffe , the giraffe',
      [
        'The translator does not know “giraffe”. It knows none that is spelt like it: all its words are listed under “The two translators”.',
        'The translator does not know “,”. It knows none that is spelt like it: all its words are listed under “The two translators”.',
      ],
    ],
    ['  ', ['The box is empty. Type a sentence made of the words that the translator knows.']],
    [
      'the '.repeat(most),
      [`This figure has room for ${most} words, the full stop included. Your sentence has ${most + 1}.`],
    ],
  ])('%j is refused with what can be done', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
    expect(readSentence(text)).toBeUndefined();
  });
});
