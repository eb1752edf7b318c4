import type { Tensor } from '../tensor.ts';

/**
 * Softmax of one row: every number raised to a power of e, then divided by the
 * total, so that the row is positive and sums to 1.
 *
 * An entry of −∞ gets exactly 0. A row of nothing but −∞ gets all zeros:
 * 0/0 says nothing, and a query with no key to look at should bring back nothing
 * (the convention of the ONNX Attention operator, opset 24). A NaN makes NaN of
 * every entry that is not −∞. Sums are kept in float64.
 *
 * @param row m numbers; left as they are.
 * @returns m numbers without unit, in [0, 1].
 * @see Vaswani et al. 2017, eq. 1, for its part in attention; Milakov & Gimelshein 2018, section 2, for the shift by the maximum.
 */
// #region softmax
export function softmaxRow(row: Float32Array): Float32Array {
  let max = -Infinity;
  for (const score of row) max = Math.max(max, score);

  const powers = new Float64Array(row.length);
  let total = 0;
  for (let j = 0; j < row.length; j++) {
    if (row[j] === -Infinity) continue; // its weight stays 0, even beside a NaN
    // Without the shift by max, e to a score of 89 is already past the end of float32.
    powers[j] = Math.exp(row[j]! - max);
    total += powers[j]!;
  }

  const weights = new Float32Array(row.length);
  for (let j = 0; j < row.length; j++) {
    if (powers[j] === 0) continue; // 0 / 0 and 0 / NaN would be NaN
    weights[j] = powers[j]! / total;
  }
  return weights;
}
// #endregion softmax

/**
 * Softmax along the last axis, each row on its own as {@link softmaxRow}.
 *
 * @param x (…, m)
 * @returns (…, m), each row in [0, 1] and summing to 1, or all zeros where `x` is all −∞.
 */
export function softmax(x: Tensor): Tensor {
  const m = x.shape.at(-1) ?? 1;
  const data = new Float32Array(x.data.length);
  for (let start = 0; start < data.length; start += m) data.set(softmaxRow(x.data.subarray(start, start + m)), start);
  return { data, shape: x.shape };
}
