/**
 * Mixes the values in the proportions one query's weights give.
 *
 * @param weights m weights.
 * @param values m values of dV numbers each, one after another.
 * @param bias m numbers; a key whose bias is −∞ is not touched.
 * @returns dV numbers in the unit of the values; zeros when no key may be touched.
 * @see Vaswani et al. 2017, eq. 1: the product with V.
 */
// #region weighted-sum
export function weightedSum(weights: Float32Array, values: Float32Array, bias: Float32Array): Float32Array {
  const m = weights.length;
  const dV = values.length / m;
  const output = new Float64Array(dV);
  for (let j = 0; j < m; j++) {
    // A weight of 0 is not enough to keep a masked value out: 0 × NaN is NaN.
    if (bias[j] === -Infinity) continue;
    for (let f = 0; f < dV; f++) output[f]! += weights[j]! * values[j * dV + f]!;
  }
  return Float32Array.from(output);
}
// #endregion weighted-sum
