import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosine } from '../../lib/cosine.ts';

describe('cosine', () => {
  test('of vectors that share a direction is 1, of opposed ones −1, of upright ones 0', () => {
    expect(cosine([3, 4], [6, 8])).toBe(1);
    expect(cosine([1, 0, 0], [-2, 0, 0])).toBe(-1);
    expect(cosine([1, 0], [0, 5])).toBe(0);
  });

  test('of (1, 2, 2) and (2, 1, 2) is eight ninths', () => {
    expect(cosine([1, 2, 2], [2, 1, 2])).toBeCloseTo(8 / 9, 12);
  });

  test('does not mind which comes first, nor how long each is, and stays in [−1, 1]', () => {
    const vector = fc
      .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 })
      .filter((v) => v.some((x) => Math.abs(x) > 1e-3));
    fc.assert(
      fc.property(vector, vector, fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, scale) => {
        const found = cosine(a, b);
        expect(found).toBeCloseTo(cosine(b, a), 12);
        expect(found).toBeCloseTo(
          cosine(
            a.map((x) => x * scale),
            b,
          ),
          9,
        );
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('refuses vectors of two widths, and one without direction', () => {
    expect(() => cosine([1, 2], [1, 2, 3])).toThrow('Vectors of 2 and 3 numbers');
    expect(() => cosine([0, 0], [1, 2])).toThrow('no direction');
  });
});
