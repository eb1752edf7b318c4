/**
 * The cosine of the angle between two vectors: 1 where they point the same way, 0 where
 * they have nothing in common, −1 where they are opposed. Lengths do not count.
 *
 * @param a d numbers. @param b d numbers.
 * @returns A number in [−1, 1].
 * @throws RangeError when the lengths differ, or a vector is all zeros and so has no direction.
 */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(
      `Vectors of ${a.length} and ${b.length} numbers have no angle between them: give two of one width.`,
    );
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let j = 0; j < a.length; j++) {
    product += a[j]! * b[j]!;
    squaresA += a[j]! ** 2;
    squaresB += b[j]! ** 2;
  }
  if (squaresA === 0 || squaresB === 0)
    throw new RangeError('A vector of zeros has no direction, so no angle to another.');
  return Math.max(-1, Math.min(1, product / Math.sqrt(squaresA * squaresB)));
}
