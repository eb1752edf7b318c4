/**
 * Softmax's denominator as the formula has it, without the shift by the maximum: Σ exp(score),
 * every step rounded to float32. Past a score of about 88.7 it is ∞, and ∞/∞ is no weight.
 *
 * @param scores m scores, −∞ where masked.
 * @see Milakov & Gimelshein 2018, section 2, algorithm 1: naive softmax.
 */
export function unshiftedTotal(scores: Float32Array): number {
  return scores.reduce((total, score) => Math.fround(total + Math.fround(Math.exp(score))), 0);
}
