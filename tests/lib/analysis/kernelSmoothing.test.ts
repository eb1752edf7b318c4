import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention as attend } from '../../../lib/attention/index.ts';
import {
  exponentialKernel,
  gaussianKernel,
  kernelSmoothing,
  type SmoothingKernel,
} from '../../../lib/analysis/kernelSmoothing.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, rows } from '../attention/arbitrary.ts';

const size = fc.integer({ min: 1, max: 6 });
const givens = fc.tuple(fc.nat(), size, size, size, size).map(([seed, n, m, dK, dV]) => ({
  Q: normal(seed, n, dK),
  K: normal(seed + 1, m, dK),
  V: normal(seed + 2, m, dV),
  dK,
  scale: 1 / Math.sqrt(dK),
}));

/** The same directions, every row of the given length. */
const ofLength = (length: number, x: Tensor): Tensor =>
  tensor(
    rows(x).flatMap((row) => row.map((value) => (length * value) / Math.hypot(...row))),
    x.shape,
  );

describe('the Nadaraya–Watson smoother', () => {
  it('with the exponential kernel is scaled dot-product attention', () => {
    fc.assert(
      fc.property(givens, ({ Q, K, V, scale }) => {
        const attended = attend(Q, K, V, { returns: 'weights' });
        const smoothed = kernelSmoothing(Q, K, V, exponentialKernel(scale));
        expectClose(smoothed.weights, attended.weights, 1e-6);
        expectClose(smoothed.output, attended.output, 1e-6);
      }),
    );
  });

  it('with the exponential kernel of another scale is attention of that scale', () => {
    fc.assert(
      fc.property(givens, fc.double({ min: 0, max: 0.5, noNaN: true }), ({ Q, K, V }, scale) => {
        expectClose(kernelSmoothing(Q, K, V, exponentialKernel(scale)).output, attend(Q, K, V, { scale }).output, 1e-6);
      }),
    );
  });

  it('with a Gaussian kernel of bandwidth ⁴√dK is attention, when all keys have the same length', () => {
    fc.assert(
      fc.property(givens, fc.double({ min: 0.1, max: 2, noNaN: true }), ({ Q, K, V, dK }, length) => {
        const level = ofLength(length, K);
        const attended = attend(Q, level, V, { returns: 'weights' });
        const smoothed = kernelSmoothing(Q, level, V, gaussianKernel(dK ** (1 / 4)));
        expectClose(smoothed.weights, attended.weights, 1e-6);
        expectClose(smoothed.output, attended.output, 1e-6);
      }),
    );
  });

  it('with a Gaussian kernel of bandwidth 1/√scale is attention of that scale, when all keys have the same length', () => {
    fc.assert(
      fc.property(givens, fc.double({ min: 0.05, max: 0.5, noNaN: true }), ({ Q, K, V }, scale) => {
        const level = ofLength(2, K);
        const smoothed = kernelSmoothing(Q, level, V, gaussianKernel(1 / Math.sqrt(scale)));
        expectClose(smoothed.output, attend(Q, level, V, { scale }).output, 1e-6);
      }),
    );
  });

  it('with a Gaussian kernel needs queries of no particular length', () => {
    const [Q, K, V] = [ofLength(5, normal(1, 3, 4)), ofLength(1, normal(2, 5, 4)), normal(3, 5, 2)];
    Q.data.set(Q.data.slice(0, 4).map((x) => x / 100));
    expectClose(kernelSmoothing(Q, K, V, gaussianKernel(Math.SQRT2)).output, attend(Q, K, V).output, 1e-6);
  });

  it('with a Gaussian kernel differs when keys differ in length: attention favours the longer by exp(scale |k|²/2)', () => {
    const [Q, K, V] = [normal(1, 3, 4), normal(2, 5, 4), normal(3, 5, 2)];
    const { weights } = attend(Q, K, V, { returns: 'weights' });
    const near = gaussianKernel(Math.SQRT2);
    const gap = kernelSmoothing(Q, K, V, near).weights.data.map((x, at) => Math.abs(x - weights.data[at]!));
    expect(Math.max(...gap)).toBeGreaterThan(0.1);
    const favoured: SmoothingKernel = (q, k) => near(q, k) * Math.exp(Math.hypot(...k) ** 2 / 4);
    expectClose(kernelSmoothing(Q, K, V, favoured).weights, weights, 1e-6);
  });

  it('of one query half way between two keys is the mean of their values', () => {
    const [Q, K, V] = [tensor([0], [1, 1]), tensor([-1, 1], [2, 1]), tensor([10, 20], [2, 1])];
    for (const kernel of [exponentialKernel(1), gaussianKernel(0.5)])
      expect([...kernelSmoothing(Q, K, V, kernel).output.data]).toEqual([15]);
  });

  it('has no shift by the maximum: it overflows where attention does not', () => {
    const [Q, K, V] = [tensor([40], [1, 1]), tensor([20, 10], [2, 1]), tensor([1, 2], [2, 1])];
    expect([...kernelSmoothing(Q, K, V, exponentialKernel(1)).output.data]).toEqual([NaN]);
    expect([...attend(Q, K, V, { scale: 1 }).output.data]).toEqual([1]);
  });

  it('refuses shapes that do not fit, naming them', () => {
    const kernel = exponentialKernel(1);
    expect(() => kernelSmoothing(normal(1, 2, 3), normal(1, 2, 4), normal(1, 2, 3), kernel)).toThrow(
      /Q \(2, 3\) and K \(2, 4\)/,
    );
    expect(() => kernelSmoothing(normal(1, 1, 2, 3), normal(1, 1, 2, 3), normal(1, 1, 2, 3), kernel)).toThrow(
      /\(1, 2, 3\) holds more than one head/,
    );
  });
});
