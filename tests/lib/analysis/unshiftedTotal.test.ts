import { describe, expect, it } from 'vitest';
import { unshiftedTotal } from '../../../lib/analysis/unshiftedTotal.ts';

describe('softmax’s denominator without the shift', () => {
  it('is the sum of the powers, to float32', () => {
    expect(unshiftedTotal(Float32Array.of(0, Math.log(2), -Infinity))).toBeCloseTo(3, 6);
  });

  it('is past the end of float32 from a score of 89, though float64 would hold it', () => {
    expect(unshiftedTotal(Float32Array.of(88.7))).toBeLessThan(3.41e38);
    expect(unshiftedTotal(Float32Array.of(89))).toBe(Infinity);
  });
});
