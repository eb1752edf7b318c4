import { seededNormal } from '../random.ts';
import type { Tensor } from '../tensor.ts';

/**
 * A random orthogonal matrix: normal rows, each freed of its part along the rows before it
 * and brought to length 1. Every direction is as likely as any other, and no vector gets
 * longer or shorter by it.
 *
 * Each row is freed twice, in float64: once leaves rounding where a row nearly lies among
 * those before it.
 *
 * @param d Rows and columns, a whole number ≥ 1.
 * @param gain Multiplies the matrix: all of its singular values are then |gain|. Default 1.
 * @returns (d, d)
 * @throws RangeError when d is not a whole number ≥ 1.
 * @see Golub & Van Loan 2013, section 5.2.8, for Gram–Schmidt; Saxe et al. 2014, for such matrices in networks.
 */
export function orthogonal(d: number, seed: number, gain = 1): Tensor {
  if (!Number.isInteger(d) || d < 1)
    throw new RangeError(`An orthogonal matrix of ${d} rows is none: give a whole number of at least 1.`);
  const normal = seededNormal(seed);
  const rows: Float64Array[] = [];
  for (let i = 0; i < d; i++) {
    const row = Float64Array.from({ length: d }, normal);
    for (let round = 0; round < 2; round++)
      for (const before of rows) {
        const along = before.reduce((sum, value, f) => sum + value * row[f]!, 0);
        before.forEach((value, f) => (row[f]! -= along * value));
      }
    const length = Math.hypot(...row);
    rows.push(row.map((value) => value / length));
  }
  const data = new Float32Array(d * d);
  rows.forEach((row, i) =>
    data.set(
      row.map((value) => gain * value),
      i * d,
    ),
  );
  return { data, shape: [d, d] };
}
