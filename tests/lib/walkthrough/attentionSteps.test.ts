import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSums } from '../../../lib/analysis/rowSums.ts';
import { attentionSteps } from '../../../lib/walkthrough/attentionSteps.ts';
import { inputsUpTo } from './inputs.ts';

const identity = [
  [1, 0],
  [0, 1],
];

describe('attentionSteps', () => {
  it('goes from words to output, step for step', () => {
    const steps = attentionSteps({
      X: [
        [1, 0],
        [0, 2],
      ],
      WQ: identity,
      WK: [
        [0, 1],
        [1, 0],
      ],
      WV: [[3], [5]],
    });
    expect([...steps.Q.data]).toEqual([1, 0, 0, 2]);
    expect([...steps.K.data]).toEqual([0, 1, 2, 0]);
    expect([...steps.V.data]).toEqual([3, 10]);
    expect([...steps.scores.data]).toEqual([0, 2, 2, 0]);
    expect(steps.scaled.data[1]).toBe(Math.fround(2 / Math.SQRT2));
    const share = Math.exp(Math.SQRT2) / (1 + Math.exp(Math.SQRT2));
    expect(steps.weights.data[1]).toBeCloseTo(share, 6);
    expect(steps.output.data[0]).toBeCloseTo(3 * (1 - share) + 10 * share, 5);
    expect(steps.output.shape).toEqual([2, 1]);
  });

  it('stays finite, its rows summing to 1, for any inputs a reader may type', () => {
    fc.assert(
      fc.property(inputsUpTo(), (inputs) => {
        const steps = attentionSteps(inputs);
        for (const { data } of Object.values(steps)) expect(data.every(Number.isFinite)).toBe(true);
        for (const sum of rowSums(steps.weights.data, inputs.X.length)) expect(sum).toBeCloseTo(1, 5);
      }),
    );
  });

  it('says which shapes do not fit', () => {
    expect(() => attentionSteps({ X: [[1]], WQ: identity, WK: identity, WV: identity })).toThrow(
      '(1, 1) times B (2, 2)',
    );
  });
});
