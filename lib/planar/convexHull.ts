/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** Twice the signed area of the triangle a, b, c: positive where it turns to the left. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * The convex hull of points in a plane, by the monotone chain (Andrew 1979): the points are
 * taken from left to right, and a corner that does not turn left is no corner.
 *
 * @param points At least one; the same may come twice.
 * @returns Its corners, counter-clockwise: 1 where all points are one, 2 where they lie on a line.
 * @throws RangeError when there is no point.
 * @see Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions".
 */
export function convexHull(points: readonly Point[]): readonly Point[] {
  if (points.length === 0) throw new RangeError('There is no hull of no points: give at least one.');
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chain(sorted);
  const upper = chain(sorted.toReversed());
  const corners = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  return corners.length === 0 ? [sorted[0]!] : corners;
}

function chain(sorted: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of sorted) {
    while (kept.length >= 2 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
    const last = kept.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
  }
  return kept;
}
