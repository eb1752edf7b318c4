import { showShape, type Tensor } from '../tensor.ts';

/**
 * By how many radians a position each pair of features is turned: 10,000^(−2f/d), from 1 for the
 * first pair to nearly 1/10,000 for the last.
 *
 * @param d Features; even.
 * @returns d/2 frequencies.
 * @see Su et al. 2021, section 3.2.2; Vaswani et al. 2017, section 3.5.
 */
export function rotaryFrequencies(d: number): number[] {
  return Array.from({ length: d / 2 }, (_, f) => 10_000 ** ((-2 * f) / d));
}

/**
 * Turns queries or keys by where they stand: features f and f + d/2 of row i are the two
 * coordinates of a point, turned by positions[i] · frequencies[f]. A dot product of a query and a
 * key so turned depends on their positions by the difference alone. (The paper pairs neighbouring
 * features; learned maps come before, so that the order is free.)
 *
 * @param X (…, n, d), d even.
 * @param positions n of them.
 * @param frequencies d/2 of them, in radians a position; default {@link rotaryFrequencies}.
 * @returns (…, n, d), each row as long as it was.
 * @throws RangeError when positions or frequencies are not as many as X asks for.
 * @see Su et al. 2021, section 3.2.2.
 */
export function rotary(
  X: Tensor,
  positions: ArrayLike<number>,
  frequencies: ArrayLike<number> = rotaryFrequencies(X.shape.at(-1)!),
): Tensor {
  const [n, d] = X.shape.slice(-2) as [number, number];
  const half = d / 2;
  if (positions.length !== n || frequencies.length !== half)
    throw new RangeError(
      `X ${showShape(X.shape)} needs ${n} positions and ${half} frequencies, but ${positions.length} and ${frequencies.length} were given: one position a row, one frequency for two features.`,
    );
  const turned = new Float32Array(X.data.length);
  for (let row = 0; row * d < turned.length; row++)
    for (let f = 0; f < half; f++) {
      const angle = positions[row % n]! * frequencies[f]!;
      const [x, y] = [X.data[row * d + f]!, X.data[row * d + half + f]!];
      turned[row * d + f] = x * Math.cos(angle) - y * Math.sin(angle);
      turned[row * d + half + f] = x * Math.sin(angle) + y * Math.cos(angle);
    }
  return { data: turned, shape: X.shape };
}

/**
 * The bias that makes what is far count for less: −slope · (i − j) for the keys j ≤ i, −∞ for those
 * that come after. It is a mask, added to the scores.
 *
 * @param heads A power of 2: head t of them, counted from 1, has the slope 2^(−8t/heads).
 * @param n Queries, and keys.
 * @returns (heads, n, n)
 * @see Press et al. 2022, section 3.
 */
export function linearBiases(heads: number, n: number): Tensor {
  const slopes = Array.from({ length: heads }, (_, head) => 2 ** ((-8 * (head + 1)) / heads));
  const backs = Array.from({ length: n * n }, (_, at) => Math.floor(at / n) - (at % n));
  const bias = (slope: number): number[] => backs.map((back) => (back < 0 ? -Infinity : -slope * back));
  return { data: Float32Array.from(slopes.flatMap(bias)), shape: [heads, n, n] };
}
