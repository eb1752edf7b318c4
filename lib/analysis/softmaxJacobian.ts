import { tensor, type Tensor } from '../tensor.ts';

/**
 * How the weights of one query answer to its scores: the Jacobian of softmax,
 *
 *     J = diag(a) − a aᵀ,   J[i][j] = ∂a[i] / ∂s[j] = a[i] (δ[i][j] − a[j]).
 *
 * It is known from the weights alone. It is symmetric, and its rows sum to 0: what one
 * key gains the others lose.
 *
 * @param weights m attention weights that sum to 1, or a fully masked row of zeros (J is then 0).
 * @returns (m, m), without unit.
 * @see Bridle 1990, "Training stochastic model recognition algorithms as networks", for the derivative.
 */
// #region jacobian
export function softmaxJacobian(weights: ArrayLike<number>): Tensor {
  const m = weights.length;
  const J = new Float32Array(m * m);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++)
      // a(1 − a) and not a − a², which would round away what is left when a is near 1.
      J[i * m + j] = weights[i]! * (i === j ? 1 - weights[j]! : -weights[j]!);
  return tensor(J, [m, m]);
}
// #endregion jacobian

/**
 * The diagonal of {@link softmaxJacobian}: how far each weight moves with its own score,
 * a(1 − a), which is ¼ for a weight of ½ and nearly nothing for one near 0 or 1.
 *
 * @param weights m attention weights, as for {@link softmaxJacobian}.
 * @returns m slopes in [0, ¼].
 */
export function softmaxSlopes(weights: ArrayLike<number>): Float32Array {
  return Float32Array.from(weights, (a) => a * (1 - a));
}

/**
 * The size of {@link softmaxJacobian}, by the Frobenius norm: how much of a gradient can
 * pass from weights back to scores. With s₂ = Σ a² and s₃ = Σ a³,
 *
 *     ‖J‖² = s₂ − 2 s₃ + s₂² ≤ s₂ (1 − s₂) ≤ ¼,
 *
 * since s₂² ≤ s₃ (Cauchy–Schwarz, the weights summing to 1). Both are equalities for two
 * equal weights and no others: ½ is the most there is. J has no negative eigenvalue, so
 * ‖J‖ ≤ trace J = 1 − s₂ ≤ 2 (1 − max a): as one weight nears 1, nothing passes. For m
 * equal weights it is √(m − 1) / m, which is small too when m is large.
 *
 * @param weights m attention weights, as for {@link softmaxJacobian}.
 * @returns A number in [0, ½], summed in float64.
 */
export function softmaxJacobianNorm(weights: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < weights.length; i++)
    for (let j = 0; j < weights.length; j++) squares += (weights[i]! * (i === j ? 1 - weights[j]! : weights[j]!)) ** 2;
  return Math.sqrt(squares);
}
