import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatedRecurrence, type GatedWeights } from '../../../lib/baselines/gatedRecurrence.ts';
import { gatedRecurrenceGradient } from '../../../lib/baselines/gatedRecurrenceGradient.ts';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, rows } from '../attention/arbitrary.ts';
import { lossOf, onGrid, slopeOf, slopesOf, tolerance } from './differences.ts';

const matrices = ['WZ', 'UZ', 'WR', 'UR', 'W', 'U'] as const;
const drawn = (seed: number, of: typeof normal, bias: number): GatedWeights => ({
  WZ: of(seed, 2, 3),
  UZ: of(seed + 1, 3, 3),
  WR: of(seed + 2, 2, 3),
  UR: of(seed + 3, 3, 3),
  W: of(seed + 4, 2, 3),
  U: of(seed + 5, 3, 3),
  bias,
});

describe('a gated recurrence', () => {
  it('of one feature is what a hand computes', () => {
    const one = (x: number) => tensor([x], [1, 1]);
    const weights = { WZ: one(1), UZ: one(2), WR: one(-1), UR: one(0.5), W: one(3), U: one(-2), bias: 0.25 };
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const [x, h] = [0.5, -0.4];
    const [z, r] = [sigmoid(x + 2 * h + 0.25), sigmoid(-x + 0.5 * h)];
    const c = Math.tanh(3 * x - 2 * r * h);
    expectClose(gatedRecurrence(one(x), weights, tensor([h], [1])).states, one(z * h + (1 - z) * c), 1e-6);
  });

  it('with its update gate open and its reset gate at ½ is a simple recurrence of U / 2', () => {
    const [X, weights] = [normal(1, 5, 2), drawn(2, normal, -200)];
    const still = { ...weights, WR: tensor(Array(6).fill(0), [2, 3]), UR: tensor(Array(9).fill(0), [3, 3]) };
    const half = { ...weights.U, data: weights.U.data.map((x) => x / 2) };
    expectClose(gatedRecurrence(X, still).states, recurrence(X, weights.W, half), 1e-6);
  });

  it('with its update gate shut keeps its first state', () => {
    const first = normal(9, 3);
    for (const state of rows(gatedRecurrence(normal(1, 5, 2), drawn(2, normal, 200), first).states))
      expect(state).toEqual([...first.data]);
  });

  it('takes up where an earlier run left off', () => {
    const [X, weights] = [normal(1, 5, 2), drawn(2, normal, 1)];
    const whole = rows(gatedRecurrence(X, weights).states);
    expect(rows(gatedRecurrence(tensor(X.data.slice(6), [2, 2]), weights, tensor(whole[2]!, [3])).states)).toEqual(
      whole.slice(3),
    );
  });

  it('refuses shapes that do not fit, naming them', () => {
    const weights = drawn(2, normal, 0);
    expect(() => gatedRecurrence(normal(1, 2, 5, 2), weights)).toThrow(/\(2, 5, 2\).*one sequence/);
    expect(() => gatedRecurrence(normal(1, 5, 2), weights, normal(4, 2))).toThrow(/\(2\).*give 3/);
    expect(() =>
      gatedRecurrenceGradient(normal(1, 5, 2), weights, gatedRecurrence(normal(1, 5, 2), weights), normal(1, 4, 3)),
    ).toThrow(/\(4, 3\) should be \(5, 3\)/);
  });
});

describe('the gradient of a gated recurrence', () => {
  it('is what finite differences measure along inputs, all weights, the bias and the first state', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(-1, 0, 2), (seed, bias) => {
        const [X, weights, first, slope] = [
          onGrid(seed, 4, 2),
          drawn(seed + 1, onGrid, bias),
          onGrid(seed + 7, 3),
          onGrid(seed + 8, 4, 3),
        ];
        const loss = (x = X, w = weights, h = first) => lossOf(gatedRecurrence(x, w, h).states, slope);
        const gradient = gatedRecurrenceGradient(X, weights, gatedRecurrence(X, weights, first), slope, first);
        expectClose(
          gradient.X,
          slopesOf(X, (x) => loss(x)),
          tolerance,
        );
        for (const name of matrices)
          expectClose(
            gradient.weights[name],
            slopesOf(weights[name], (x) => loss(X, { ...weights, [name]: x })),
            tolerance,
          );
        expect(
          Math.abs(gradient.weights.bias - slopeOf((by) => loss(X, { ...weights, bias: bias + by }))),
        ).toBeLessThan(tolerance);
        expectClose(
          gradient.first,
          slopesOf(first, (x) => loss(X, weights, x)),
          tolerance,
        );
      }),
      { numRuns: 40 },
    );
  });
});
