/** Where two lists of numbers lie farthest apart, and how far. */
export interface Difference {
  readonly size: number;
  /** The first index where they differ that much. */
  readonly index: number;
}

/**
 * The largest distance between two lists, number by number.
 *
 * @param a n numbers. @param b n numbers.
 * @returns Its size, never negative; size 0 at index 0 where they are equal or empty.
 * @throws RangeError when their lengths differ.
 */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  if (a.length !== b.length)
    throw new RangeError(`Lists of ${a.length} and ${b.length} numbers cannot be compared: make them of one length.`);
  let largest: Difference = { size: 0, index: 0 };
  for (let index = 0; index < a.length; index++) {
    const size = Math.abs(a[index]! - b[index]!);
    if (size > largest.size) largest = { size, index };
  }
  return largest;
}
