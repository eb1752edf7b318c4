/**
 * What a second attention map gives more than a first, cell by cell. Where the rows of both
 * sum to 1, the rows of the difference sum to 0: what one key gains the others lose.
 *
 * @param first `(n, m)`, row-major, row = query.
 * @param second `(n, m)`
 * @returns `(n, m)`, second − first, each in [−1, 1].
 * @throws RangeError when they differ in size.
 */
export function mapDifference(first: Float32Array, second: Float32Array): Float32Array {
  if (first.length !== second.length)
    throw new RangeError(
      `Maps of ${first.length} and ${second.length} weights cannot be laid on each other: give two of one size.`,
    );
  return second.map((weight, cell) => weight - first[cell]!);
}
