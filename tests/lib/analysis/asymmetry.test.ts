import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asymmetry, mostUnequalPair } from '../../../lib/analysis/asymmetry.ts';
import { scaledDotProductAttention } from '../../../lib/attention/scaledDotProductAttention.ts';
import { similarity } from '../../../lib/analysis/similarity.ts';
import { normal } from '../attention/arbitrary.ts';

const square = fc
  .record({ n: fc.integer({ min: 2, max: 7 }), seed: fc.nat() })
  .map(({ n, seed }) => ({ n, seed, S: Array.from(normal(seed, n, n).data) }));
const turned = (S: readonly number[], n: number): number[] =>
  S.map((_, cell) => S[(cell % n) * n + Math.floor(cell / n)]!);
const mixed = (S: readonly number[], n: number, sign: 1 | -1): number[] =>
  turned(S, n).map((value, cell) => S[cell]! + sign * value);

describe('asymmetry(S, n)', () => {
  it('is 0 of a symmetric matrix, Infinity of an antisymmetric one', () => {
    fc.assert(
      fc.property(square, ({ S, n }) => {
        expect(asymmetry(mixed(S, n, 1), n)).toBe(0);
        expect(asymmetry(mixed(S, n, -1), n)).toBe(Infinity);
      }),
    );
    expect(asymmetry([0, 0, 0, 0], 2)).toBe(0);
  });

  it('is 1 where both parts are of one size', () => {
    expect(asymmetry([0, 1, 0, 0], 2)).toBe(1);
  });

  it('is left as it is by transposing and by scaling, and inverted by turning the sign of one half', () => {
    fc.assert(
      fc.property(square, ({ S, n }) => {
        const a = asymmetry(S, n);
        expect(asymmetry(turned(S, n), n)).toBeCloseTo(a, 9);
        expect(
          asymmetry(
            S.map((value) => -3 * value),
            n,
          ),
        ).toBeCloseTo(a, 9);
        // Without a diagonal, the sign of what lies above it decides which part is which.
        const hollow = S.map((value, cell) => (Math.floor(cell / n) === cell % n ? 0 : value));
        const half = hollow.map((value, cell) => (Math.floor(cell / n) < cell % n ? -value : value));
        expect(asymmetry(half, n) * asymmetry(hollow, n)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('refuses what is not square', () => {
    expect(() => asymmetry([1, 2, 3], 2)).toThrow('3 scores are no square of 2 by 2');
  });
});

describe('mostUnequalPair(S, n)', () => {
  it('finds the pair that differs most, the one that asks more as the query', () => {
    expect(mostUnequalPair([9, 1, 0, 1, 9, -4, 0, 2, 9], 3)).toEqual({ query: 2, key: 1 });
    expect(mostUnequalPair([1, 2, 2, 1], 2)).toEqual({ query: 0, key: 1 });
    expect(mostUnequalPair([1], 1)).toEqual({ query: 0, key: 0 });
  });
});

describe('similarity(X)', () => {
  it('is the scores of queries and keys that are both X, and symmetric to the last bit', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }), (seed, n, d) => {
        const X = normal(seed, n, d);
        expect(similarity(X)).toEqual(scaledDotProductAttention(X, X, X, { returns: 'scores' }).scores);
        expect(asymmetry(similarity(X).data, n)).toBe(0);
      }),
    );
  });
});
