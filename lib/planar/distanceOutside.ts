import type { Point } from './convexHull.ts';

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/**
 * How far a point lies outside a convex hull: 0 within it and on its edge, else the distance
 * to its nearest edge, in the unit of the coordinates.
 *
 * @param hull Corners, counter-clockwise, as `convexHull` gives them.
 */
export function distanceOutside(point: Point, hull: readonly Point[]): number {
  const sides = hull.map((corner, index) => [corner, hull[(index + 1) % hull.length]!] as const);
  const isInside =
    hull.length > 2 &&
    sides.every(([a, b]) => (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) >= 0);
  return isInside ? 0 : Math.min(...sides.map(([a, b]) => toSegment(point, a, b)));
}
