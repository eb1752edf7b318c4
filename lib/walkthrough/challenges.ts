import type { Tensor } from '../tensor.ts';
import type { Pair } from '../analysis/strongestPair.ts';

const at = ({ data, shape }: Tensor, { query, key }: Pair): number => {
  const [n, m] = shape as [number, number];
  if (!(query >= 0 && query < n && key >= 0 && key < m))
    throw new RangeError(`There is no query ${query} with key ${key} in (${n}, ${m}): both count from 0.`);
  return data[query * m + key]!;
};

/**
 * Whether a query attends to a key by more than a given weight, and by how much it does.
 *
 * @param weights (n, m), row = query.
 * @throws RangeError when there is no such pair.
 */
export function attendsBeyond(
  weights: Tensor,
  pair: Pair,
  weight: number,
): { readonly met: boolean; readonly weight: number } {
  const reached = at(weights, pair);
  return { met: reached > weight, weight: reached };
}

/**
 * Whether every weight is within a tolerance of the even share 1/m, and how far the
 * farthest is from it.
 *
 * @param weights (n, m)
 */
export function isUniform(
  { data, shape }: Tensor,
  tolerance: number,
): { readonly met: boolean; readonly farthest: number } {
  const share = 1 / shape[1]!;
  const farthest = data.reduce((most, weight) => Math.max(most, Math.abs(weight - share)), 0);
  return { met: farthest <= tolerance, farthest };
}

/**
 * Whether matching runs one way only: the pair's score is positive, and with query and key
 * exchanged it is negative. A product of a matrix with its own transpose never does this.
 *
 * @param scores (n, n), row = query.
 * @throws RangeError when there is no such pair.
 */
export function matchesOneWay(
  scores: Tensor,
  pair: Pair,
): { readonly met: boolean; readonly forth: number; readonly back: number } {
  const forth = at(scores, pair);
  const back = at(scores, { query: pair.key, key: pair.query });
  return { met: forth > 0 && back < 0, forth, back };
}
