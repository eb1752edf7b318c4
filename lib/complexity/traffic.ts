/**
 * Accesses: numbers that pass between a large memory and a fast one of M numbers, where all
 * arithmetic is done. One head, n queries and n keys, d features of each and of a value.
 *
 * @see Dao et al. 2022, section 3.2 and theorem 2.
 */

/**
 * How many queries a fast memory holds with what they need: the query itself, its output so far, its
 * running maximum and sum, and for all of them together one key, its value and one score.
 *
 * @param M Numbers that the fast memory holds. @param d Features of a query, a key or a value.
 * @throws RangeError when it does not hold one.
 */
export function queriesHeld(M: number, d: number): number {
  const held = Math.floor((M - 2 * d - 1) / (2 * d + 2));
  if (held < 1)
    throw new RangeError(`${M} numbers do not hold one query of ${d} features, a key and a value: give ${4 * d + 3}.`);
  return held;
}

/**
 * Accesses of attention tile by tile: every query is read and every output written once, and all keys
 * and values pass once for each tile of queries. 2nd + 2nd⌈n/B⌉, where B is {@link queriesHeld}.
 *
 * @param n Positions. @param d Features of each. @param M Numbers that the fast memory holds.
 * @throws RangeError when it does not hold one query.
 */
export function tiledTraffic(n: number, d: number, M: number): number {
  return 2 * n * d * (1 + Math.ceil(n / queriesHeld(M, d)));
}

/**
 * Accesses of the same where scores and weights are stored: they are written and read twice besides, 4n².
 *
 * @param n Positions. @param d Features of each. @param M Numbers that the fast memory holds.
 * @throws RangeError when it does not hold one query.
 */
export function storedTraffic(n: number, d: number, M: number): number {
  return tiledTraffic(n, d, M) + 4 * n * n;
}
