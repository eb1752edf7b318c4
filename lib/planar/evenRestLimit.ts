/**
 * How near a head with two-dimensional queries and keys can come to the map in which each
 * of four words gives itself the weight p and the three others o = (1 − p) / 3 each: the
 * least possible largest difference is o (p − o), however long the arrows.
 *
 * Why no arrangement does better. Four points of a plane are always affinely dependent:
 * there are numbers c, not all 0, with Σ c_j = 0 and Σ c_j k_j = 0. Hence Σ c_j s_ij = 0 for
 * the scores s of every query i, and, because Σ c_j = 0, also Σ c_j log w_ij = 0 for its
 * weights w. Take the query i whose own |c_i| is largest, with signs such that c_i > 0.
 * At most one other c_j is positive, and it is no larger than c_i: were two others positive, the
 * one negative would outweigh c_i. Call that other P ≥ 0; the negative ones sum to −(c_i + P).
 * If every weight is within ε of its target, then
 *
 *   c_i log(p − ε) + P log(o − ε) ≤ (c_i + P) log(o + ε),
 *
 * and with P ≤ c_i it follows that (p − ε)(o − ε) ≤ (o + ε)², which, since p + 3 o = 1,
 * says ε ≥ o (p − o).
 *
 * Why one does as well. Put keys and queries on the corners of a square: then the weights
 * p − ε on itself, o + ε on both neighbours and o − ε on the word across sum to 1, and with
 * ε = o (p − o) they satisfy the equation of the square, w_self · w_across = w_beside².
 *
 * In three dimensions the corners of a tetrahedron meet the map exactly.
 *
 * @param own p, each word's weight on itself, from 1/4 to 1.
 * @returns The least largest difference; greatest, 1/16, at p = 5/8, and 0 at p = 1, where
 *   arrows that grow without end come as near as one likes.
 * @throws RangeError when `own` is out of range.
 * @see Radon 1921 for the dependence; Bhojanapalli et al. 2020, "Low-rank bottleneck in multi-head attention", for the general case.
 */
export function evenRestLimit(own: number): number {
  if (!(own >= 0.25 && own <= 1))
    throw new RangeError(`The weight ${own} of a word on itself must lie between 1/4 and 1.`);
  const other = (1 - own) / 3;
  return other * (own - other);
}
