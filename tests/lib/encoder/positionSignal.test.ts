import { describe, expect, it } from 'vitest';
import { positionSignal } from '../../../lib/encoder/positionSignal.ts';

describe('positionSignal(n, width)', () => {
  it('begins at sine 0 and cosine 1', () => {
    expect([...positionSignal(1, 4).data]).toEqual([0, 0, 1, 1]);
  });
  it('turns its fastest wave by a radian a position, its slowest by a ten-thousandth', () => {
    const { data } = positionSignal(2, 4);
    expect([...data.subarray(4)]).toEqual([Math.sin(1), Math.sin(1e-4), Math.cos(1), Math.cos(1e-4)].map(Math.fround));
  });
  it.each([1, 2, 7])('refuses width %i, which has no pairs of waves', (width) => {
    expect(() => positionSignal(3, width)).toThrow(`width ${width} has no pairs of waves`);
  });
});
