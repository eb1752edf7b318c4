import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/scaledDotProductAttention.ts';
import { convexHull, type Point } from '../../../lib/planar/convexHull.ts';
import { distanceOutside } from '../../../lib/planar/distanceOutside.ts';
import { tensor } from '../../../lib/tensor.ts';

const square: Point[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];
const points = fc.array(
  fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    .map(([x, y]): Point => [x / 10, y / 10]),
  { minLength: 1, maxLength: 8 },
);

describe('convexHull(points)', () => {
  it('keeps the corners, counter-clockwise, and drops what lies within or on an edge', () => {
    expect(convexHull([[1, 1], ...square, [1, 0], [2, 1]])).toEqual(square);
  });
  it('is two ends for points on a line, and one for points that are one', () => {
    expect(
      convexHull([
        [1, 1],
        [0, 0],
        [2, 2],
        [1, 1],
      ]),
    ).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(
      convexHull([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[1, 1]]);
    expect(() => convexHull([])).toThrow(/at least one/);
  });
  it('holds every one of its points', () => {
    fc.assert(fc.property(points, (all) => all.every((point) => distanceOutside(point, convexHull(all)) < 1e-9)));
  });
});

describe('distanceOutside(point, hull)', () => {
  it('is nothing inside and on the edge, and the way to the nearest edge outside', () => {
    expect(
      [
        [1, 1],
        [2, 1],
        [3, 1],
        [3, 3],
        [-2, 1],
      ].map((point) => distanceOutside(point as unknown as Point, square)),
    ).toEqual([0, 0, 1, Math.SQRT2, 2]);
  });
  it('measures from a segment and from a point too', () => {
    expect(
      distanceOutside(
        [1, 1],
        [
          [0, 0],
          [2, 0],
        ],
      ),
    ).toBe(1);
    expect(
      distanceOutside(
        [1, 0],
        [
          [0, 0],
          [2, 0],
        ],
      ),
    ).toBe(0);
    expect(distanceOutside([3, 4], [[0, 0]])).toBe(5);
  });
});

describe('an output of attention', () => {
  it('never leaves the hull of the values', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (values, scores) => {
          const m = values.length;
          const V = tensor(values.flat(), [m, 2]);
          const { output } = scaledDotProductAttention(tensor([1], [1, 1]), tensor(scores.slice(0, m), [m, 1]), V, {
            scale: 1,
          });
          // Weights and sums are rounded to float32, values reach 2.
          expect(
            distanceOutside(
              [output.data[0]!, output.data[1]!],
              convexHull(values.map(([x, y]) => [Math.fround(x), Math.fround(y)])),
            ),
          ).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
