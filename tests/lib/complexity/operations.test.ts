import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention, windowMask } from '../../../lib/attention/index.ts';
import {
  attentionOperations,
  balancedLength,
  convolutionOperations,
  countAttention,
  countConvolution,
  countGatedRecurrence,
  countReads,
  countRecurrence,
  recurrenceOperations,
  windowOperations,
  windowPairs,
} from '../../../lib/complexity/index.ts';
import { matmul } from '../../../lib/matmul.ts';
import { normal } from '../attention/arbitrary.ts';

const lengths = [1, 2, 3, 8, 13, 32];
const widths = [1, 4, 12, 16];

describe('countReads', () => {
  it('is read like the tensor it wraps', () => {
    const [A, B] = [normal(1, 3, 4), normal(2, 4, 5)];
    expect(matmul(A, countReads(B))).toEqual(matmul(A, B));
  });

  it('counts each reading, also through a part of it', () => {
    const counted = countReads(normal(1, 2, 3));
    void counted.data[0];
    void counted.data.subarray(1, 4).subarray(1)[1];
    expect(counted.reads).toBe(2);
  });

  it('refuses to be read in a way it cannot count', () => {
    expect(() => countReads(normal(1, 2)).data.map((x) => x)).toThrow(/cannot count what map reads/);
    expect(() => [...countReads(normal(1, 2)).data]).toThrow(/cannot count/);
  });

  it('counts one reading of either operand for each multiply–add of QKᵀ', () => {
    const [Q, K] = [countReads(normal(1, 5, 4)), countReads(normal(2, 7, 4))];
    scaledDotProductAttention(Q, K, normal(3, 7, 2));
    expect([Q.reads, K.reads]).toEqual([5 * 7 * 4, 5 * 7 * 4]);
  });
});

describe('multiply–adds, counted while the library runs, equal the closed form', () => {
  it.each(lengths.flatMap((n) => widths.map((d) => [n, d] as const)))('of self-attention, n = %i, d = %i', (n, d) => {
    const { difference, ...counted } = countAttention(n, d);
    expect(counted).toEqual(attentionOperations(n, d));
    expect(difference).toBe(0);
  });

  it.each([2, 3, 4, 6, 12])('of self-attention with %i heads, which share the features and add nothing', (heads) => {
    const { difference, ...counted } = countAttention(9, 12, heads);
    expect(counted).toEqual(attentionOperations(9, 12));
    expect(difference).toBe(0);
  });

  it.each(lengths.flatMap((n) => widths.map((d) => [n, d] as const)))('of a recurrence, n = %i, d = %i', (n, d) => {
    expect(countRecurrence(n, d)).toBe(recurrenceOperations(n, d));
  });

  it.each([
    [1, 4],
    [5, 3],
    [8, 6],
  ])('of a gated recurrence, n = %i, d = %i: three times as many', (n, d) => {
    expect(countGatedRecurrence(n, d)).toBe(recurrenceOperations(n, d, 'gru'));
    expect(countGatedRecurrence(n, d)).toBe(3 * countRecurrence(n, d));
  });

  it('of a convolution', () => {
    for (const k of [1, 3, 5]) expect(countConvolution(8, 6, k)).toBe(convolutionOperations(8, 6, k));
  });

  it('of restricted attention: in A·V, which skips masked pairs; the reference compares all pairs, then masks', () => {
    const counted = countAttention(12, 4, 1, [3, 3]);
    expect(counted.mixing).toBe(windowOperations(12, 4, 3).mixing);
    expect(counted.scores).toBe(attentionOperations(12, 4).scores);
  });
});

describe('balancedLength', () => {
  it('is where the two products overtake the four projections', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), (d) => {
        const parts = (n: number) => attentionOperations(n, d);
        const n = balancedLength(d);
        expect(parts(n).products).toBe(parts(n).projections);
        expect(parts(n - 1).products).toBeLessThan(parts(n - 1).projections);
        expect(parts(n + 1).products).toBeGreaterThan(parts(n + 1).projections);
      }),
    );
  });

  it('is found by running as well', () => {
    const { products, projections } = countAttention(balancedLength(6), 6);
    expect(products).toBe(projections);
  });
});

describe('attentionOperations', () => {
  it('counts more than a simple recurrence at every length, since the four projections alone are twice as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 }), fc.integer({ min: 1, max: 4096 }), (n, d) => {
        expect(attentionOperations(n, d).total).toBeGreaterThan(2 * recurrenceOperations(n, d));
      }),
    );
  });

  it('counts fewer than a GRU exactly where n < d, and fewer than an LSTM exactly where n < 2d', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), fc.integer({ min: -2, max: 2 }), fc.boolean(), (d, off, twice) => {
        const n = Math.max(1, (twice ? 2 * d : d) + off);
        const { total } = attentionOperations(n, d);
        expect(total < recurrenceOperations(n, d, 'gru')).toBe(n < d);
        expect(total < recurrenceOperations(n, d, 'lstm')).toBe(n < 2 * d);
      }),
    );
  });

  it('is exact at a million positions of 4096 features', () => {
    const exact = 2n * 2n ** 40n * 4096n + 4n * 2n ** 20n * 4096n ** 2n;
    expect(BigInt(attentionOperations(2 ** 20, 4096).total)).toBe(exact);
  });
});

describe('windowPairs', () => {
  it('counts what the library’s window leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(15), (n, w) => {
        const left = windowMask(n, n, [w, w]).data.reduce((pairs, allowed) => pairs + allowed, 0);
        expect(windowPairs(n, w)).toBe(left);
      }),
    );
  });
});
