import { describe, expect, it } from 'vitest';
import { tensor } from '../../../lib/tensor.ts';
import { attendsBeyond, isUniform, matchesOneWay } from '../../../lib/walkthrough/challenges.ts';

describe('attendsBeyond', () => {
  const weights = tensor([0.75, 0.25, 0.5, 0.5], [2, 2]);

  it('is met above the weight, not at it', () => {
    expect(attendsBeyond(weights, { query: 0, key: 0 }, 0.5)).toEqual({ met: true, weight: 0.75 });
    expect(attendsBeyond(weights, { query: 0, key: 0 }, 0.75)).toEqual({ met: false, weight: 0.75 });
  });

  it('reads row = query, column = key', () => {
    expect(attendsBeyond(weights, { query: 0, key: 1 }, 0).weight).toBe(0.25);
    expect(attendsBeyond(weights, { query: 1, key: 0 }, 0).weight).toBe(0.5);
  });

  it('refuses a pair that is not there', () => {
    expect(() => attendsBeyond(weights, { query: 2, key: 0 }, 0.5)).toThrow('no query 2 with key 0 in (2, 2)');
  });
});

describe('isUniform', () => {
  it('is met while no weight is farther from 1/m than the tolerance', () => {
    expect(isUniform(tensor([0.25, 0.25, 0.25, 0.25], [1, 4]), 0)).toEqual({ met: true, farthest: 0 });
    expect(isUniform(tensor([0.5, 0.5, 0.5625, 0.4375], [2, 2]), 0.0625).met).toBe(true);
    expect(isUniform(tensor([0.5, 0.5, 0.5625, 0.4375], [2, 2]), 0.06)).toEqual({ met: false, farthest: 0.0625 });
  });
});

describe('matchesOneWay', () => {
  const pair = { query: 0, key: 1 };
  const of = (forth: number, back: number): boolean => matchesOneWay(tensor([0, forth, back, 0], [2, 2]), pair).met;

  it('is met when the score is positive one way and negative the other', () => {
    expect(of(1, -1)).toBe(true);
    expect(of(-1, 1)).toBe(false);
    expect(of(1, 1)).toBe(false);
    expect(of(-1, -1)).toBe(false);
  });

  it('is not met at zero', () => {
    expect(of(0, -1)).toBe(false);
    expect(of(1, 0)).toBe(false);
  });
});
