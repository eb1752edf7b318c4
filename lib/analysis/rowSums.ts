/**
 * What each row of attention weights adds up to: 1 where the query may attend to
 * something, 0 where everything is masked. A figure prints it, so that the reader can check.
 *
 * @param weights `(n, m)`, row-major, row = query.
 * @returns n sums.
 * @throws RangeError when the weights do not fill whole rows of m.
 */
export function rowSums(weights: ArrayLike<number>, m: number): number[] {
  if (m < 1 || weights.length % m !== 0)
    throw new RangeError(`${weights.length} weights do not fill whole rows of ${m} keys. Give (n, m) weights.`);
  const sums = new Array<number>(weights.length / m).fill(0);
  for (let index = 0; index < weights.length; index++) sums[Math.floor(index / m)]! += weights[index]!;
  return sums;
}
