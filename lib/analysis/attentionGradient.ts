import { matmul } from '../matmul.ts';
import { showShape, type Tensor } from '../tensor.ts';
import { transpose } from '../transpose.ts';
import { checkFilled, sizesOf } from '../attention/sizes.ts';

/** The slope of one number, the loss, along every number that went into it. */
export interface AttentionGradient {
  /** (n, dK) */
  readonly Q: Tensor;
  /** (m, dK) */
  readonly K: Tensor;
  /** (m, dV) */
  readonly V: Tensor;
  /** (n, m), with respect to the scaled scores: exactly 0 where a weight is 0. */
  readonly scores: Tensor;
}

/**
 * The way back through one head of scaled dot-product attention. Write ∂X for the slope of
 * the loss along X, and A for the weights; then
 *
 *     ∂V = Aᵀ ∂O          ∂A = ∂O Vᵀ
 *     ∂S = A ∘ (∂A − r)   r[i] = Σⱼ A[i][j] ∂A[i][j]   (each row times its softmax Jacobian)
 *     ∂Q = ∂S K · scale   ∂K = ∂Sᵀ Q · scale
 *
 * A mask needs no more: a masked weight is 0, and so is all that passes through it. Numbers
 * should be finite, for 0 × NaN is NaN here. Products are rounded to float32 once each.
 *
 * @param Q (n, dK) @param K (m, dK) @param V (m, dV), as they went in.
 * @param weights (n, m), as they came out of softmax.
 * @param outputGradient (n, dV), ∂O.
 * @param scale As it was on the way forward; default 1/√dK. There was no softcap.
 * @throws RangeError when shapes disagree or hold more than one head; the sentence names them.
 * @see Vaswani et al. 2017, eq. 1, differentiated; Dao et al. 2022, appendix B.2, has the same steps.
 */
export function attentionGradient(
  Q: Tensor,
  K: Tensor,
  V: Tensor,
  weights: Tensor,
  outputGradient: Tensor,
  scale?: number,
): AttentionGradient {
  const { leading, n, m, dK, dV } = sizesOf(Q, K, V);
  if (leading.length > 0) throw new RangeError(`Q ${showShape(Q.shape)} holds more than one head: give one, (n, dK).`);
  checkShape('The weights', weights, [n, m]);
  checkShape('The output gradient', outputGradient, [n, dV]);
  const times = (x: Tensor, factor: number): Tensor => ({ ...x, data: x.data.map((value) => factor * value) });
  const factor = scale ?? 1 / Math.sqrt(dK);

  // #region backward
  const dA = matmul(outputGradient, transpose(V));
  const dS = new Float32Array(n * m);
  for (let i = 0; i < n; i++) {
    let mean = 0; // of dA's row, as the weights weigh it
    for (let j = 0; j < m; j++) mean += weights.data[i * m + j]! * dA.data[i * m + j]!;
    for (let j = 0; j < m; j++) dS[i * m + j] = weights.data[i * m + j]! * (dA.data[i * m + j]! - mean);
  }
  const scores = { data: dS, shape: [n, m] };
  return {
    Q: times(matmul(scores, K), factor),
    K: times(matmul(transpose(scores), Q), factor),
    V: matmul(transpose(weights), outputGradient),
    scores,
  };
  // #endregion backward
}

function checkShape(name: string, x: Tensor, shape: readonly number[]): void {
  checkFilled(name, x);
  if (showShape(x.shape) !== showShape(shape))
    throw new RangeError(`${name} ${showShape(x.shape)} should be ${showShape(shape)}, to fit Q, K and V: reshape it.`);
}
