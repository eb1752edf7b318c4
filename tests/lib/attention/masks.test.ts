import { describe, expect, it } from 'vitest';
import { booleanMask, causalMask, mayAttend, paddingMask, windowMask } from '../../../lib/attention/index.ts';

const T = 1;
const f = 0;

describe('causalMask', () => {
  it('lets each query see itself and what came before', () => {
    expect(causalMask(3)).toEqual(booleanMask([T, f, f, T, T, f, T, T, T], [3, 3]));
  });

  it('with an offset counts queries from after the cached keys', () => {
    expect(causalMask(2, 4, 2)).toEqual(booleanMask([T, T, T, f, T, T, T, T], [2, 4]));
  });

  it('with a negative offset leaves the first queries nothing', () => {
    expect(causalMask(3, 2, -2)).toEqual(booleanMask([f, f, f, f, T, f], [3, 2]));
  });

  it('of more keys than queries leaves the last keys to nobody', () => {
    expect(causalMask(1, 3)).toEqual(booleanMask([T, f, f], [1, 3]));
  });
});

describe('windowMask', () => {
  it('with [1, 0] lets each query see itself and its left neighbour', () => {
    expect(windowMask(3, 3, [1, 0])).toEqual(booleanMask([T, f, f, T, T, f, f, T, T], [3, 3]));
  });

  it('with [0, 1] lets each query see itself and its right neighbour', () => {
    expect(windowMask(3, 3, [0, 1])).toEqual(booleanMask([T, T, f, f, T, T, f, f, T], [3, 3]));
  });

  it('with −1 leaves a side open', () => {
    expect(windowMask(2, 3, [-1, -1])).toEqual(booleanMask([T, T, T, T, T, T], [2, 3]));
    expect(windowMask(2, 3, [-1, 0])).toEqual(causalMask(2, 3));
    expect(windowMask(2, 3, [0, -1])).toEqual(booleanMask([T, T, T, f, T, T], [2, 3]));
  });

  it('moves with the offset', () => {
    expect(windowMask(1, 4, [1, 0], 2)).toEqual(booleanMask([f, T, T, f], [1, 4]));
    expect(windowMask(1, 2, [0, 1], -1)).toEqual(booleanMask([T, f], [1, 2]));
  });
});

describe('paddingMask', () => {
  it('hides the keys past each length, with one row for all heads and queries', () => {
    expect(paddingMask([2, 0, 3], 3)).toEqual(booleanMask([T, T, f, f, f, f, T, T, T], [3, 1, 1, 3]));
  });
});

describe('mayAttend', () => {
  it('with no rule allows everything', () => {
    expect(mayAttend(0, 99, {})).toBe(true);
  });

  it('asks that every rule agrees', () => {
    const rule = { causal: true, window: [2, 5], offset: 3, validLength: 5 } as const;
    const seen = [0, 1, 2, 3, 4, 5, 6].filter((j) => mayAttend(1, j, rule));
    expect(seen).toEqual([2, 3, 4]);
    expect([0, 1, 2, 3, 4, 5, 6].filter((j) => mayAttend(3, j, rule))).toEqual([4]);
  });
});
