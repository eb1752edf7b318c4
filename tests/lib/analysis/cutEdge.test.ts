import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionWeights } from '../../../lib/attention/attentionWeights.ts';
import { cutEdge } from '../../../lib/analysis/cutEdge.ts';
import { tensor } from '../../../lib/tensor.ts';
import { normal } from '../attention/arbitrary.ts';

describe('cutEdge(weights, key)', () => {
  it('takes one weight away and shares the rest out in the proportions they had', () => {
    expect([...cutEdge(Float32Array.of(0.5, 0.25, 0.25), 0)]).toEqual([0, 0.5, 0.5]);
  });

  it('equals a mask of −∞ on the key, whose weight is exactly 0, and sums to 1', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 9 }), fc.nat(), (seed, m, at) => {
        const key = at % m;
        const scores = normal(seed, 1, m);
        const mask = tensor(
          Array.from({ length: m }, (_, j) => (j === key ? -Infinity : 0)),
          [1, m],
        );
        const cut = cutEdge(attentionWeights(scores).data, key);
        const masked = attentionWeights(scores, mask).data;
        for (const [j, weight] of cut.entries()) expect(weight).toBeCloseTo(masked[j]!, 6);
        expect(cut[key]).toBe(0);
        expect(cut.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('leaves zeros where the key had all the weight', () => {
    expect([...cutEdge(Float32Array.of(0, 1), 1)]).toEqual([0, 0]);
    expect([...cutEdge(Float32Array.of(1), 0)]).toEqual([0]);
  });

  it('refuses a key that is not there', () => {
    expect(() => cutEdge(Float32Array.of(1), 1)).toThrow('There is no key 1: a row of 1 weights has keys 0 to 0.');
  });
});
