import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention as attend } from '../../../lib/attention/index.ts';
import { rank, singularValues } from '../../../lib/linear/singularValues.ts';
import { matmul } from '../../../lib/matmul.ts';
import type { Tensor } from '../../../lib/tensor.ts';
import { transpose } from '../../../lib/transpose.ts';
import { normal, range } from './arbitrary.ts';

const seeds = range(0, 20);

/** QKᵀ, as attention computes it. */
const scoresOf = (Q: Tensor, K: Tensor) => attend(Q, K, K, { scale: 1, returns: 'scores' }).scores;

/** How far a matrix is from its own transpose, as a share of its size; 1.41 for one that is no more like it than chance. */
const asymmetry = (A: Tensor) => {
  const B = transpose(A);
  return Math.hypot(...A.data.map((x, at) => x - B.data[at]!)) / Math.hypot(...A.data);
};

const trace = (A: Tensor) => range(0, A.shape[0]!).reduce((sum, i) => sum + A.data[i * A.shape[0]! + i]!, 0);
const sumOfSingularValues = (A: Tensor) => singularValues(A).reduce((sum, value) => sum + value, 0);

describe('the scores QKᵀ', () => {
  it.each([1, 2, 4, 8])('have rank at most dK = %i, however many the positions', (dK) => {
    for (const seed of seeds)
      for (const [n, m] of [
        [12, 12],
        [24, 9],
        [9, 24],
      ] as const)
        expect(rank(scoresOf(normal(seed, n, dK), normal(seed + 100, m, dK)))).toBe(dK);
  });

  it('have rank at most n too, when dK is larger', () => {
    for (const seed of seeds) expect(rank(scoresOf(normal(seed, 5, 16), normal(seed + 100, 7, 16)))).toBe(5);
  });

  it('have rank at most dK when X of width dModel is projected, of which XWQWKᵀXᵀ is the product', () => {
    const [X, WQ, WK] = [normal(1, 20, 16), normal(2, 16, 3), normal(3, 16, 3)];
    const scores = scoresOf(matmul(X, WQ), matmul(X, WK));
    const between = matmul(WQ, transpose(WK));
    expect(rank(between)).toBe(3);
    const direct = matmul(matmul(X, between), transpose(X));
    direct.data.forEach((x, at) => expect(x).toBeCloseTo(scores.data[at]!, 3));
    expect(rank(scores)).toBe(3);
  });

  it('bound the rank before softmax only: the weights may have more', () => {
    for (const seed of seeds) {
      const [Q, K] = [normal(seed, 6, 1), normal(seed + 100, 6, 1)];
      expect(rank(scoresOf(Q, K))).toBe(1);
      expect(rank(attend(Q, K, K, { returns: 'weights' }).weights)).toBeGreaterThan(1);
    }
  });
});

describe('the scores XXᵀ, without projections', () => {
  it('are symmetric', () => {
    for (const seed of seeds) expect(asymmetry(scoresOf(normal(seed, 8, 3), normal(seed, 8, 3)))).toBe(0);
  });

  it('are positive semi-definite: their trace is the sum of their singular values', () => {
    // For a symmetric matrix the trace sums the eigenvalues, and the singular values are
    // their sizes: the two sums agree exactly when no eigenvalue is negative.
    for (const seed of seeds) {
      const scores = scoresOf(normal(seed, 8, 3), normal(seed, 8, 3));
      expect(trace(scores) / sumOfSingularValues(scores)).toBeCloseTo(1, 6);
    }
  });

  it('have the squares of the singular values of X', () => {
    const X = normal(1, 8, 3);
    const squares = singularValues(X).map((value) => value ** 2);
    singularValues(scoresOf(X, X))
      .slice(0, 3)
      .forEach((value, at) => expect(value / squares[at]!).toBeCloseTo(1, 6));
  });
});

describe('the scores XWQWKᵀXᵀ', () => {
  it('are not symmetric in general: who asks and who answers matters', () => {
    for (const seed of seeds) {
      const [X, WQ, WK] = [normal(seed, 8, 6), normal(seed + 100, 6, 4), normal(seed + 200, 6, 4)];
      expect(asymmetry(scoresOf(matmul(X, WQ), matmul(X, WK)))).toBeGreaterThan(0.5);
    }
  });

  it('are symmetric and positive semi-definite when WQ = WK', () => {
    for (const seed of seeds) {
      const XW = matmul(normal(seed, 8, 6), normal(seed + 100, 6, 4));
      expect(asymmetry(scoresOf(XW, XW))).toBe(0);
      expect(trace(scoresOf(XW, XW)) / sumOfSingularValues(scoresOf(XW, XW))).toBeCloseTo(1, 6);
    }
  });

  it('can be symmetric with WQ and WK unequal, and then need not be positive: WQ = −WK', () => {
    const XW = matmul(normal(1, 8, 6), normal(2, 6, 4));
    const scores = scoresOf(XW, { ...XW, data: XW.data.map((x) => -x) });
    expect(asymmetry(scores)).toBe(0);
    expect(trace(scores) / sumOfSingularValues(scores)).toBeCloseTo(-1, 6);
  });

  it('lose their symmetry in softmax, each row being divided by its own total', () => {
    const X = normal(1, 8, 3);
    expect(asymmetry(attend(X, X, X, { returns: 'weights' }).weights)).toBeGreaterThan(0.1);
  });
});
