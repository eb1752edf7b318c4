import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionGradient } from '../../../lib/analysis/attentionGradient.ts';
import {
  booleanMask,
  scaledDotProductAttention as attend,
  type AttentionOptions,
} from '../../../lib/attention/index.ts';
import { softmaxJacobian } from '../../../lib/analysis/softmaxJacobian.ts';
import { seededRandom } from '../../../lib/random.ts';
import { sizeOf, tensor, type Tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, range, rows } from '../attention/arbitrary.ts';

/**
 * The step h and the tolerance of the finite differences, for inputs in [−1, 1] and at most
 * 4 queries, keys and features.
 *
 * Rounding: the loss sums up to 16 products with a float32 output, each off by at most about
 * three roundings (score, weight, output) of 2⁻²⁵: 1.5e-6, which the formula below magnifies
 * 1.5/h-fold. Curvature: the formula is off by h⁴/30 times a fifth derivative. Along one
 * number of a query, scores part at a rate of at most 2, the fifth derivative of a logistic
 * curve is at most ¼, values part by at most 2, and four features add up: ¼ · 2⁵ · 2 · 4 = 64.
 * At h = 2⁻⁴ these are 3.6e-5 and 3.3e-5, both at worst; seen are less than 5e-6. Slopes are
 * of order 0.1 to 1.
 */
const step = 2 ** -4;
const tolerance = 1e-4;

/** Uniform in [−1, 1] on a grid of 2⁻¹², so that adding a step to a number does not round it. */
const onGrid = (seed: number, ...shape: number[]): Tensor => {
  const random = seededRandom(seed);
  return tensor(
    Array.from({ length: sizeOf(shape) }, () => Math.round((2 * random() - 1) * 4096) / 4096),
    shape,
  );
};

interface Given {
  Q: Tensor;
  K: Tensor;
  V: Tensor;
  slope: Tensor;
}

/** The loss whose slope along the output is `slope`: their product, summed in float64. */
const loss = ({ Q, K, V, slope }: Given, options: AttentionOptions) =>
  attend(Q, K, V, options).output.data.reduce((sum, value, at) => sum + value * slope.data[at]!, 0);

/** The slope along each number of one input: (8 (f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h. */
function measured(given: Given, name: 'Q' | 'K' | 'V', options: AttentionOptions): Tensor {
  const x = given[name];
  const data = x.data.map((value, at) => {
    const moved = (h: number) => loss({ ...given, [name]: { ...x, data: x.data.with(at, value + h) } }, options);
    return (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step);
  });
  return { ...x, data };
}

function derived({ Q, K, V, slope }: Given, options: AttentionOptions) {
  const { weights } = attend(Q, K, V, { ...options, returns: 'weights' });
  return attentionGradient(Q, K, V, weights, slope, options.scale);
}

const size = fc.integer({ min: 1, max: 4 });
const givens = fc.tuple(fc.nat(), size, size, size, size).map(([seed, n, m, d, dV]) => ({
  Q: onGrid(seed, n, d),
  K: onGrid(seed + 1, m, d),
  V: onGrid(seed + 2, m, dV),
  slope: onGrid(seed + 3, n, dV),
}));

const expectMeasured = (options: AttentionOptions) =>
  fc.assert(
    fc.property(givens, (given) => {
      const gradient = derived(given, options);
      for (const name of ['Q', 'K', 'V'] as const)
        expectClose(gradient[name], measured(given, name, options), tolerance);
    }),
    { numRuns: 60 },
  );

describe('the gradient of attention', () => {
  it('is what finite differences measure along Q, K and V', () => expectMeasured({}));

  it('is what finite differences measure under a causal mask', () => expectMeasured({ causal: true }));

  it('is what finite differences measure where a causal mask leaves the first query nothing', () =>
    expectMeasured({ causal: true, offset: -1 }));

  it('is what finite differences measure with another scale', () => expectMeasured({ scale: 0.3 }));

  it('passes each row of scores through the Jacobian of its softmax', () => {
    fc.assert(
      fc.property(givens, ({ Q, K, V, slope }) => {
        const { weights } = attend(Q, K, V, { returns: 'weights' });
        const { scores } = attentionGradient(Q, K, V, weights, slope);
        rows(weights).forEach((a, i) => {
          const along = rows(V).map((value) => value.reduce((sum, v, f) => sum + v * rows(slope)[i]![f]!, 0));
          const wanted = rows(softmaxJacobian(a)).map((J) => J.reduce((sum, x, j) => sum + x * along[j]!, 0));
          expectClose(tensor(rows(scores)[i]!, [a.length]), tensor(wanted, [a.length]));
        });
      }),
    );
  });

  it('along the scores of one query sums to 0, for softmax does not see a shift', () => {
    fc.assert(
      fc.property(givens, (given) => {
        for (const row of rows(derived(given, {}).scores))
          expect(Math.abs(row.reduce((sum, slope) => sum + slope, 0))).toBeLessThan(1e-5);
      }),
    );
  });

  it('is exactly 0 where masked', () => {
    const [Q, K, V, slope] = [normal(1, 3, 4), normal(2, 5, 4), normal(3, 5, 2), normal(4, 3, 2)];
    const mask = booleanMask([1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1], [3, 5]);
    const gradient = derived({ Q, K, V, slope }, { mask });
    gradient.scores.data.forEach((x, at) => expect(x === 0).toBe(mask.data[at] === 0));
    // Key 3 is hidden from every query, and query 1 sees no key.
    for (const row of [rows(gradient.K)[3]!, rows(gradient.V)[3]!, rows(gradient.Q)[1]!])
      expect(row.every((x) => x === 0)).toBe(true);
    for (const seen of [0, 1, 2, 4])
      expect([...rows(gradient.K)[seen]!, ...rows(gradient.V)[seen]!].every((x) => x !== 0)).toBe(true);
  });

  it('under a causal mask reaches no key or value after the query it comes from', () => {
    const [Q, K, V] = [normal(1, 5, 3), normal(2, 5, 3), normal(3, 5, 2)];
    for (const i of range(0, 5)) {
      const slope = tensor(
        range(0, 10).map((at) => (Math.floor(at / 2) === i ? 1 : 0)),
        [5, 2],
      );
      const gradient = derived({ Q, K, V, slope }, { causal: true });
      expect(rows(gradient.V).map((row) => row.some((x) => x !== 0))).toEqual(range(0, 5).map((j) => j <= i));
      expect(
        rows(gradient.K)
          .slice(i + 1)
          .flat()
          .every((x) => x === 0),
      ).toBe(true);
    }
  });

  it('of two equal keys with values 1 and −1 is what a hand computes', () => {
    // Weights ½, ½; ∂A = [1, −1], its mean 0; ∂S = [½, −½].
    const [Q, K, V] = [tensor([2], [1, 1]), tensor([3, 3], [2, 1]), tensor([1, -1], [2, 1])];
    const gradient = attentionGradient(Q, K, V, tensor([0.5, 0.5], [1, 2]), tensor([1], [1, 1]), 0.5);
    expect([...gradient.scores.data]).toEqual([0.5, -0.5]);
    expect([...gradient.Q.data]).toEqual([0]);
    expect([...gradient.K.data]).toEqual([0.5, -0.5]);
    expect([...gradient.V.data]).toEqual([0.5, 0.5]);
  });

  it('refuses shapes that do not fit, naming both', () => {
    const [Q, K, V] = [normal(1, 2, 3), normal(2, 4, 3), normal(3, 4, 5)];
    const run = (weights: number[], slope: number[]) => () =>
      attentionGradient(Q, K, V, normal(4, ...weights), normal(5, ...slope));
    expect(run([4, 2], [2, 5])).toThrow(/weights \(4, 2\) should be \(2, 4\)/);
    expect(run([2, 4], [2, 3])).toThrow(/output gradient \(2, 3\) should be \(2, 5\)/);
    expect(() => attentionGradient(normal(1, 1, 2, 3), normal(2, 1, 4, 3), normal(3, 1, 4, 5), V, V)).toThrow(
      /\(1, 2, 3\) holds more than one head/,
    );
    expect(() => attentionGradient(Q, V, V, V, V)).toThrow(/Q \(2, 3\) and K \(4, 5\)/);
  });
});
