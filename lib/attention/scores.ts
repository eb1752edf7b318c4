/**
 * Compares one query with every key: the dot product, times a scale.
 *
 * @param query dK numbers.
 * @param keys m keys of dK numbers each, one after another.
 * @param scale Usually 1/√dK, which keeps the scores' spread near 1 whatever dK is.
 * @returns m scores, without unit. Each is summed in float64 and rounded to float32 once.
 * @see Vaswani et al. 2017, eq. 1 and footnote 4.
 */
// #region scores
export function scoreRow(query: Float32Array, keys: Float32Array, scale: number): Float32Array {
  const dK = query.length;
  const scores = new Float32Array(keys.length / dK);
  for (let j = 0; j < scores.length; j++) {
    let dot = 0;
    for (let f = 0; f < dK; f++) dot += query[f]! * keys[j * dK + f]!;
    scores[j] = scale * dot;
  }
  return scores;
}
// #endregion scores

/**
 * Bends scores so that none leaves (−cap, cap), and leaves small ones almost alone.
 *
 * @param scores m scores; left as they are.
 * @param cap The bound, in the unit of the scores; 0 means no bound.
 * @returns m capped scores: cap · tanh(score / cap).
 * @see Gemma Team 2024, "Gemma 2", section 2; ONNX Attention operator, `softcap`.
 */
// #region softcap
export function capRow(scores: Float32Array, cap: number): Float32Array {
  return cap === 0 ? scores : scores.map((score) => cap * Math.tanh(score / cap));
}
// #endregion softcap
