import { describe, expect, it } from 'vitest';
import { orthogonal } from '../../../lib/linear/orthogonal.ts';
import { singularValues } from '../../../lib/linear/singularValues.ts';

describe('orthogonal', () => {
  it.each([1, 2, 16, 33])('of %i rows has no singular value but its gain', (d) => {
    for (const gain of [1, 0.5, 1.5])
      for (const value of singularValues(orthogonal(d, 7, gain))) expect(value).toBeCloseTo(gain, 6);
  });

  it('is the same for a seed and another for the next', () => {
    expect(orthogonal(4, 7)).toEqual(orthogonal(4, 7));
    expect(orthogonal(4, 8).data).not.toEqual(orthogonal(4, 7).data);
  });

  it('is refused for what is no count of rows', () => {
    expect(() => orthogonal(0, 7)).toThrow(RangeError);
    expect(() => orthogonal(2.5, 7)).toThrow(/2\.5/);
  });
});
