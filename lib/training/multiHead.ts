import { add } from './add.ts';
import type { AnyTensor, Arithmetic, AttendedTo, Sight } from './arithmetic.ts';
import { joinBatch, splitBatch } from './heads.ts';
import { linear, linearBack, type Linear } from './linear.ts';

/** The learned matrices of a layer: toQ, toK, toV (d, heads · dK), toO (heads · dV, d). */
export interface MultiHead {
  readonly heads: number;
  readonly toQ: Linear;
  readonly toK: Linear;
  readonly toV: Linear;
  readonly toO: Linear;
}

/** Y (batch · n, d), the weights (batch, heads, n, m), and what else the way back needs. */
export interface Attended extends AttendedTo {
  readonly Y: AnyTensor;
  readonly Q: AnyTensor;
  readonly K: AnyTensor;
  readonly V: AnyTensor;
  readonly joined: AnyTensor;
}

/**
 * Multi-head attention over a batch of sequences of one length.
 *
 * @param math The products it is computed with.
 * @param X (batch · n, d), the positions that ask.
 * @param context (batch · m, d), the positions that answer; X itself for self-attention.
 * @param layer Its learned matrices.
 * @param batch How many sequences stand one after another in X.
 * @see Vaswani et al. 2017, section 3.2.2.
 */
export function multiHead(
  math: Arithmetic,
  X: AnyTensor,
  context: AnyTensor,
  { heads, toQ, toK, toV, toO }: MultiHead,
  batch: number,
  sight?: Sight,
): Attended {
  const Q = splitBatch(linear(math, X, toQ), batch, heads);
  const K = splitBatch(linear(math, context, toK), batch, heads);
  const V = splitBatch(linear(math, context, toV), batch, heads);
  const attended = math.attention(Q, K, V, sight);
  const joined = joinBatch(attended.output);
  return { ...attended, Q, K, V, joined, Y: linear(math, joined, toO) };
}

/**
 * The way back through {@link multiHead}.
 *
 * @param math The products it is computed with.
 * @param X (batch · n, d) @param context (batch · m, d), as they went in.
 * @param attended As it came out.
 * @param layer Its learned matrices.
 * @param dY (batch · n, d), the slope of the loss along Y.
 * @returns ∂X (batch · n, d) and ∂context (batch · m, d): where they are one, their sum is its slope.
 */
export function multiHeadBack(
  math: Arithmetic,
  X: AnyTensor,
  context: AnyTensor,
  { Q, K, V, weights, joined }: Attended,
  { heads, toQ, toK, toV, toO }: MultiHead,
  dY: AnyTensor,
): { readonly dX: AnyTensor; readonly dContext: AnyTensor } {
  const dO = splitBatch(linearBack(math, joined, toO, dY), Q.shape[0]!, heads);
  const { dQ, dK, dV } = math.attentionBack(Q, K, V, weights, dO);
  const dX = linearBack(math, X, toQ, joinBatch(dQ));
  const dContext = linearBack(math, context, toK, joinBatch(dK));
  add(dContext, linearBack(math, context, toV, joinBatch(dV)));
  return { dX, dContext };
}
