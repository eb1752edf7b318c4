import { describe, expect, test } from 'vitest';
import { checkAlignment, strongestIn, type Alignment } from '../../components/figures/alignment/compute.ts';
import { redApple } from '../../components/figures/alignment/example.ts';

describe('the hand-set alignment', () => {
  test('has rows of attention weights that sum to 1', () => {
    for (const row of redApple.weights) expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(() => checkAlignment(redApple)).not.toThrow();
  });

  test('looks most at the word each target word translates, so that pomme and rouge cross', () => {
    expect(redApple.weights.map(strongestIn)).toEqual([0, 2, 1, 3, 4, 5, 6]);
  });

  test('lets articles and the adjective look second at their noun, as the chapter says', () => {
    for (const [query, noun] of [
      [0, 'apple'],
      [2, 'apple'],
      [5, 'table'],
    ] as const) {
      const second = redApple.weights[query]!.toSorted((a, b) => b - a)[1]!;
      expect(redApple.source[redApple.weights[query]!.indexOf(second)]).toBe(noun);
    }
  });
});

describe('an alignment is refused', () => {
  const good: Alignment = {
    source: ['a', 'b'],
    target: ['x'],
    weights: [[0.25, 0.75]],
    chosen: 0,
    languages: { source: 'en', target: 'fr' },
  };
  test.each([
    ['when a row does not sum to 1', { weights: [[0.25, 0.7]] }, 'The row of “x” sums to 0.950, not to 1.'],
    ['when a row is too short', { weights: [[1]] }, 'The row of “x” needs 2 weights'],
    ['when a weight is below 0', { weights: [[-0.5, 1.5]] }, 'The row of “x” has a weight outside [0, 1].'],
    ['when a weight is no number', { weights: [[NaN, 1]] }, 'The row of “x” has a weight outside [0, 1].'],
    ['when a row is missing', { weights: [] }, '1 target words needs as many rows'],
    ['when the word to be lit is not there', { chosen: 1 }, 'no target word 1'],
  ])('%s', (_, change, sentence) => {
    expect(() => checkAlignment(good)).not.toThrow();
    expect(() => checkAlignment({ ...good, ...change })).toThrow(sentence);
  });
});
