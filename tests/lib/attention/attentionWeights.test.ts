import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionWeights,
  causalMask,
  paddingMask,
  scaledDotProductAttention,
  windowMask,
  type Mask,
} from '../../../lib/attention/index.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, inputs, normal, rows } from './arbitrary.ts';

describe('attentionWeights(scores, mask)', () => {
  it('gives, from scores alone, what attention reaches from Q and K under any mask', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 6 }), fc.nat({ max: 3 }), ({ Q, K, V, n, m, batch, seed }, length, radius) => {
        const { scores } = scaledDotProductAttention(Q, K, V, { returns: 'scores' });
        const masks: (Mask | undefined)[] = [
          undefined,
          causalMask(n, m),
          windowMask(n, m, [radius, radius]),
          paddingMask(
            Array.from({ length: batch }, () => Math.min(length, m)),
            m,
          ),
          normal(seed + 3, n, m),
        ];
        for (const mask of masks) {
          const { weights } = scaledDotProductAttention(Q, K, V, { mask, returns: 'weights' });
          expectClose(attentionWeights(scores, mask), weights, 1e-7);
        }
      }),
    );
  });

  it('gives masked places exactly 0, and a row of nothing else zeros', () => {
    const weights = attentionWeights(normal(1, 3, 3), causalMask(3, 3, -1));
    const [first, second, third] = rows(weights);
    expect(first).toEqual([0, 0, 0]);
    expect(second).toEqual([1, 0, 0]);
    expect(third![2]).toBe(0);
    expect(third![0]! + third![1]!).toBeCloseTo(1, 6);
  });

  it('is the unmasked weights shared out anew among the keys that are left', () => {
    const scores = normal(2, 4, 4);
    const open = rows(attentionWeights(scores));
    const masked = rows(attentionWeights(scores, causalMask(4)));
    for (const [i, row] of masked.entries()) {
      const left = open[i]!.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0);
      for (const [j, weight] of row.entries()) expect(weight).toBeCloseTo(j <= i ? open[i]![j]! / left : 0, 6);
    }
  });

  it('names both shapes when the mask does not fit', () => {
    expect(() => attentionWeights(tensor([1, 2, 3, 4], [2, 2]), causalMask(3))).toThrow(
      /mask \(3, 3\) does not fit scores \(2, 2\)/,
    );
  });
});
