import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { fromRows } from '../fromRows.ts';
import { matmul } from '../matmul.ts';
import type { Tensor } from '../tensor.ts';
import type { Inputs, MatrixName } from './matrices.ts';

/** Every matrix on the way from word vectors to their attention's output. */
export type Steps = Readonly<Record<MatrixName, Tensor>>;

/**
 * Self-attention with nothing left out: X → Q, K, V → scores QKᵀ → scaled by 1/√dK →
 * weights → output.
 *
 * @returns X (n, features), Q and K (n, dK), V (n, dV); scores, scaled and weights (n, n),
 *   row = query; output (n, dV).
 * @throws RangeError when the matrices do not fit each other; the sentence names both shapes.
 * @see Vaswani et al. 2017, eq. 1 and section 3.2.3 (all of Q, K and V from one place).
 */
export function attentionSteps(inputs: Inputs): Steps {
  const X = fromRows(inputs.X);
  const [WQ, WK, WV] = [fromRows(inputs.WQ), fromRows(inputs.WK), fromRows(inputs.WV)];
  const [Q, K, V] = [matmul(X, WQ), matmul(X, WK), matmul(X, WV)];
  const { scores } = scaledDotProductAttention(Q, K, V, { scale: 1, returns: 'scores' });
  const { scores: scaled } = scaledDotProductAttention(Q, K, V, { returns: 'scores' });
  const { weights, output } = scaledDotProductAttention(Q, K, V, { returns: 'weights' });
  return { X, WQ, WK, WV, Q, K, V, scores, scaled, weights, output };
}
