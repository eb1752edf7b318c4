import type { Pair } from './strongestPair.ts';

function checkSquare(S: ArrayLike<number>, n: number): void {
  if (S.length !== n * n) throw new RangeError(`${S.length} scores are no square of ${n} by ${n}: give (n, n) scores.`);
}

/**
 * How far a square matrix is from being its own transpose, ‖S − Sᵀ‖ / ‖S + Sᵀ‖ in the
 * Frobenius norm. Every S is the sum of a symmetric part, (S + Sᵀ)/2, and an antisymmetric
 * one, (S − Sᵀ)/2; this is the size of the second as a multiple of the first.
 *
 * @param S `(n, n)`, row-major, finite.
 * @returns From 0, where S is symmetric (all zeros too), through 1, where both parts are of one
 *   size, to Infinity, where S is antisymmetric. Transposing or scaling S leaves it as it is.
 * @throws RangeError when S is not n by n.
 * @see Golub & Van Loan 2013, "Matrix Computations", section 1.3.
 */
export function asymmetry(S: ArrayLike<number>, n: number): number {
  checkSquare(S, n);
  let [apart, together] = [0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [there, back] = [S[i * n + j]!, S[j * n + i]!];
      apart += (there - back) ** 2;
      together += (there + back) ** 2;
    }
  return apart === 0 ? 0 : Math.sqrt(apart / together);
}

/**
 * The two positions whose scores of each other differ most.
 *
 * @param S `(n, n)`, row-major, row = query.
 * @returns The first such pair, the one that asks more as the query; for a symmetric S query 0 and key 1.
 * @throws RangeError when S is not n by n.
 */
export function mostUnequalPair(S: ArrayLike<number>, n: number): Pair {
  checkSquare(S, n);
  let best: Pair = { query: 0, key: n > 1 ? 1 : 0 };
  const lead = ({ query, key }: Pair): number => S[query * n + key]! - S[key * n + query]!;
  for (let query = 0; query < n; query++)
    for (let key = 0; key < n; key++) if (lead({ query, key }) > Math.max(0, lead(best))) best = { query, key };
  return best;
}
