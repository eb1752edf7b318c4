import { describe, expect, it } from 'vitest';
import { snap } from '../../components/figure/plane.ts';

const plane = { limit: 2, step: 0.1 };

describe('snap(value, plane)', () => {
  it('goes to the nearest step without the dust of binary fractions', () => {
    expect([0.34, 0.1 + 0.2, -1.26].map((value) => snap(value, plane))).toEqual([0.3, 0.3, -1.3]);
  });
  it('stays within the limit', () => {
    expect([7, -7].map((value) => snap(value, plane))).toEqual([2, -2]);
  });
  it('has no negative nought', () => {
    expect(Object.is(snap(-0.01, plane), 0)).toBe(true);
  });
});
