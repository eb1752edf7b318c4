import { describe, expect, it } from 'vitest';
import { roundToHalf } from './float16.ts';

describe('roundToHalf', () => {
  it.each([
    [0.1, 0.0999755859375],
    [-1 / 3, -0.333251953125],
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [2049, 2048],
    [65504, 65504],
    [65519, 65504],
    [65520, Infinity],
    [-1e9, -Infinity],
    [2 ** -24, 2 ** -24],
    [2 ** -25, 0],
    [1.5 * 2 ** -24, 2 ** -23],
    [2 ** -14 * 0.99999, 2 ** -14],
    [0, 0],
    [-Infinity, -Infinity],
    [NaN, NaN],
  ])('of %d is %d', (x, half) => {
    expect(roundToHalf(x)).toBe(half);
  });

  it('leaves numbers that are float16 already', () => {
    for (let bits = 1; bits < 2048; bits++)
      for (const exponent of [-24, -10, 0, 5])
        expect(roundToHalf(bits * 2 ** exponent)).toBe(bits * 2 ** exponent > 65504 ? Infinity : bits * 2 ** exponent);
  });
});
