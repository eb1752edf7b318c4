import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import figure from '../../components/figures/agreement/figure.ts';
import { choices, placeOf, sentenceOf } from '../../components/figures/agreement/pieces.ts';
import { readBy } from '../../components/figures/agreement/reading.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { agreementOf } from '../../lib/training/agreement/card.ts';
import { vocabulary } from '../../lib/training/agreement/words.ts';
import { exact } from '../../lib/training/exact.ts';
import { trainedCards } from '../../src/models.ts';

const modelOf = (kind: 'attention' | 'recurrent') =>
  agreementOf(exact, { kind, seed: 1 }, readFileSync(`content/models/agreement-${kind}-1.bin`));
const models = { attention: modelOf('attention'), recurrent: modelOf('recurrent') };
const reading = readBy(trainedCards().agreements, models);
const shownWith = (change: object) => {
  const state = { ...defaultsOf(figure.state), ...change };
  return figure.compute(figure.fit!(state, reading), reading);
};

describe('is, or are', () => {
  test('makes sentences of words that the models know, each choice at its own place', () => {
    choices.forEach((choice, at) => {
      expect(placeOf(...choice)).toBe(at);
      expect(sentenceOf(...choice).filter((word) => !vocabulary.includes(word))).toEqual([]);
    });
  });

  test('opens with the letters on the table, and both models say “are”', () => {
    const { words, attention, recurrent } = shownWith({});
    expect(words.join(' ')).toBe('the letters that the man left on the old table');
    expect([attention, recurrent]).toMatchObject([
      { verb: 'are', isRight: true },
      { verb: 'are', isRight: true },
    ]);
  });

  test('has a row of weights for each layer, a weight a word and one for the place of the verb', () => {
    for (const front of ['0', '1', '2'])
      for (const filling of ['0', '3', '6']) {
        const { keys, weights } = shownWith({ front, filling });
        expect(weights).toHaveLength(2 * keys.length);
        for (const layer of [0, 1]) {
          const row = weights.slice(layer * keys.length, (layer + 1) * keys.length);
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
        }
      }
  });

  test('shows curves that do not part, as the text says, far above the nearest noun', () => {
    const { right, nearest } = shownWith({});
    right.attention.lowest.forEach((lowest, group) => {
      expect(lowest).toBeGreaterThan(0.98);
      expect(right.recurrent.lowest[group]).toBeGreaterThan(0.98);
      if (group > 0) expect(nearest[group]).toBeLessThan(0.65);
    });
  });

  test('keeps the chosen word inside a shorter sentence', () => {
    expect(shownWith({ filling: '0', word: 15 }).cell).toEqual([1, 2]);
  });
});
