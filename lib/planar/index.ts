/**
 * Heads in the plane, whose queries and keys are arrows; and the convex hull, which no mean of
 * points leaves.
 */

export { planarMap, arrowRows, type Arrow, type PlanarHead } from './arrows.ts';
export { convexHull, type Point } from './convexHull.ts';
export { distanceOutside } from './distanceOutside.ts';
export { evenRestLimit } from './evenRestLimit.ts';
export { evenRestOwn, metWithin, targets, type Target, type TargetId } from './targets.ts';
