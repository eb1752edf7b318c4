/** One cell of an attention map, counted from 0. */
export interface Pair {
  readonly query: number;
  readonly key: number;
}

/**
 * The largest weight between two different positions of self-attention: where a map has
 * most to say, since a word's weight on itself is seldom news.
 *
 * @param weights `(n, n)`, row-major, row = query.
 * @returns The first such pair; for n = 1 the only one there is.
 */
export function strongestPair(weights: ArrayLike<number>, n: number): Pair {
  let best: Pair = { query: 0, key: n > 1 ? 1 : 0 };
  for (let query = 0; query < n; query++)
    for (let key = 0; key < n; key++)
      if (query !== key && weights[query * n + key]! > weights[best.query * n + best.key]!) best = { query, key };
  return best;
}

/**
 * The position, other than itself, that a query attends to most.
 *
 * @param weights `(n, n)`, row-major, row = query.
 * @returns The first such key; for n = 1 the only one there is.
 */
export function strongestOther(weights: ArrayLike<number>, n: number, query: number): number {
  let best = query === 0 ? Math.min(1, n - 1) : 0;
  for (let key = 0; key < n; key++)
    if (key !== query && weights[query * n + key]! > weights[query * n + best]!) best = key;
  return best;
}
