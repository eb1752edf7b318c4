import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import { recurrenceGradient } from '../../../lib/baselines/recurrenceGradient.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, normal } from '../attention/arbitrary.ts';
import { lossOf, onGrid, slopesOf, tolerance } from './differences.ts';

describe('the gradient of a recurrence', () => {
  it('is what finite differences measure along inputs, both matrices and the first state', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [X, WX, WH, first, slope] = [
          onGrid(seed, 4, 2),
          onGrid(seed + 1, 2, 3),
          onGrid(seed + 2, 3, 3),
          onGrid(seed + 3, 3),
          onGrid(seed + 4, 4, 3),
        ];
        const gradient = recurrenceGradient(X, WX, WH, recurrence(X, WX, WH, first), slope, first);
        expectClose(
          gradient.X,
          slopesOf(X, (x) => lossOf(recurrence(x, WX, WH, first), slope)),
          tolerance,
        );
        expectClose(
          gradient.WX,
          slopesOf(WX, (x) => lossOf(recurrence(X, x, WH, first), slope)),
          tolerance,
        );
        expectClose(
          gradient.WH,
          slopesOf(WH, (x) => lossOf(recurrence(X, WX, x, first), slope)),
          tolerance,
        );
        expectClose(
          gradient.first,
          slopesOf(first, (x) => lossOf(recurrence(X, WX, WH, x), slope)),
          tolerance,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('of one step that starts from nothing is what a hand computes', () => {
    const state = Math.tanh(1);
    const gradient = recurrenceGradient(
      tensor([0.5], [1, 1]),
      tensor([2], [1, 1]),
      tensor([3], [1, 1]),
      tensor([state], [1, 1]),
      tensor([1], [1, 1]),
    );
    const slope = 1 - state ** 2;
    expectClose(gradient.X, tensor([2 * slope], [1, 1]), 1e-6);
    expectClose(gradient.WX, tensor([0.5 * slope], [1, 1]), 1e-6);
    expectClose(gradient.first, tensor([3 * slope], [1]), 1e-6);
    expect([...gradient.WH.data]).toEqual([0]);
  });

  it('refuses shapes that do not fit, naming both', () => {
    const [X, WX, WH, states] = [normal(1, 4, 2), normal(2, 2, 3), normal(3, 3, 3), normal(4, 4, 3)];
    expect(() => recurrenceGradient(X, WX, WH, normal(4, 3, 3), states)).toThrow(/states \(3, 3\) should be \(4, 3\)/);
    expect(() => recurrenceGradient(X, WX, WH, states, normal(4, 4, 2))).toThrow(
      /output gradient \(4, 2\) should be \(4, 3\)/,
    );
  });
});
