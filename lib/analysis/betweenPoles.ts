import type { Tensor } from '../tensor.ts';

/**
 * Where a vector stands between two groups of vectors: the straight line through the means of both
 * is the scale, and what is at right angles to it does not count. The groups themselves spread
 * around ±1, and a vector may lie beyond.
 *
 * @param vector `(width)`
 * @param minus `(n, width)` @param plus `(m, width)`
 * @returns −1 at the mean of `minus`, 1 at the mean of `plus`, 0 halfway.
 * @throws RangeError when the widths differ, a group is empty, or both have one mean.
 */
export function betweenPoles(vector: Float32Array, minus: Tensor, plus: Tensor): number {
  const [a, b] = [meanOf(minus), meanOf(plus)];
  if (a.length !== vector.length || b.length !== vector.length)
    throw new RangeError(
      `A vector of ${vector.length} numbers has no place between groups of ${a.length} and ${b.length}: give all of one width.`,
    );
  let [along, square] = [0, 0];
  for (const [j, value] of vector.entries()) {
    const step = b[j]! - a[j]!;
    along += (value - (a[j]! + b[j]!) / 2) * step;
    square += step * step;
  }
  if (square === 0) throw new RangeError('Both groups have the same mean, so there is no line between them.');
  return (2 * along) / square;
}

function meanOf({ data, shape: [n = 0, width = 0] }: Tensor): Float64Array {
  if (n === 0) throw new RangeError('A group without vectors has no mean: give at least one.');
  const mean = new Float64Array(width);
  for (const [i, value] of data.entries()) mean[i % width]! += value / n;
  return mean;
}
