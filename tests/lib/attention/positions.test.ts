import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearBiases, rotary, scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { positionSignal, signalFrequencies } from '../../../lib/encoder/positionSignal.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, pick, range, rows } from './arbitrary.ts';

const scoresOf = (Q: Tensor, K: Tensor): Tensor => scaledDotProductAttention(Q, K, K, { returns: 'scores' }).scores;
const shift = fc.integer({ min: 0, max: 50 });

describe('sines', () => {
  it('are led by one rotation from each position to the one k further on', () => {
    fc.assert(
      fc.property(shift, (k) => {
        const signal = positionSignal(60 + k, 16);
        const here = pick(signal, range(0, 60));
        const there = pick(signal, range(k, 60 + k));
        // A sine and its cosine turn the other way round: clockwise with the angle.
        expectClose(rotary(here, Array<number>(60).fill(-k), signalFrequencies(16)), there);
      }),
    );
  });
});

describe('rotary positions', () => {
  const givens = fc.tuple(fc.nat(), shift);

  it('give scores that stay the same when queries and keys move together', () => {
    fc.assert(
      fc.property(givens, ([seed, k]) => {
        const [Q, K] = [normal(seed, 2, 5, 8), normal(seed + 1, 2, 5, 8)];
        const at = (first: number) => scoresOf(rotary(Q, range(first, first + 5)), rotary(K, range(first, first + 5)));
        expectClose(at(k), at(0));
      }),
    );
  });

  it('give other scores when only the queries move', () => {
    const [Q, K] = [normal(1, 5, 8), normal(2, 5, 8)];
    const [there, here] = [scoresOf(rotary(Q, range(3, 8)), K), scoresOf(rotary(Q, range(0, 5)), K)];
    expect(Math.abs(there.data[0]! - here.data[0]!)).toBeGreaterThan(0.01);
  });

  it('keep every row as long as it was', () => {
    const X = normal(3, 4, 6);
    const lengths = (x: Tensor) =>
      tensor(
        rows(x).map((row) => Math.hypot(...row)),
        [4],
      );
    expectClose(lengths(rotary(X, [0, 9, 100, 1000])), lengths(X));
  });

  it('refuse another count of positions', () => {
    expect(() => rotary(normal(1, 3, 4), [0, 1])).toThrow('X (3, 4) needs 3 positions and 2 frequencies, but 2 and 2');
  });
});

describe('linear biases', () => {
  it('have slopes from 1/2 to 1/256 for eight heads, and hide the future', () => {
    const { data, shape } = linearBiases(8, 3);
    expect(shape).toEqual([8, 3, 3]);
    expect([...data.subarray(0, 9)]).toEqual([-0, -Infinity, -Infinity, -0.5, -0, -Infinity, -1, -0.5, -0]);
    expect(data[7 * 9 + 3]).toBe(-1 / 256);
  });

  it('divide the odds of a key by the exponential of the slope with every step away', () => {
    const Q = tensor([1, 1, 1, 1], [1, 4, 1]);
    const { weights } = scaledDotProductAttention(Q, Q, Q, { mask: linearBiases(1, 4), returns: 'weights' });
    const last = rows(weights)[3]!;
    for (const j of [1, 2, 3]) expect(last[j]! / last[j - 1]!).toBeCloseTo(Math.exp(2 ** -8), 5);
  });
});
