import { largestDifference } from '../largestDifference.ts';
import type { Pair } from './strongestPair.ts';

/** Where two maps differ most, and by how much. */
export interface MapDistance extends Pair {
  /** Without sign, and without unit: a difference of weights. */
  readonly by: number;
}

/**
 * How far one attention map is from another: the largest difference, sign aside, between a
 * weight and its counterpart. Within 0.05 means that no weight is off by more.
 *
 * @param a (n, m) weights, row-major, row = query.
 * @param b (n, m)
 * @returns The first of the largest.
 * @throws RangeError when the maps differ in size, or do not fill whole rows of m.
 */
export function mapDistance(a: ArrayLike<number>, b: ArrayLike<number>, m: number): MapDistance {
  if (a.length !== b.length || !(m >= 1) || a.length % m !== 0)
    throw new RangeError(`Maps of ${a.length} and ${b.length} weights do not both fill the same rows of ${m} keys.`);
  const { index, size } = largestDifference(a, b);
  return { query: Math.floor(index / m), key: index % m, by: size };
}
