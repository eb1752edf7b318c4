import { matmul } from '../matmul.ts';
import { showShape, type Tensor } from '../tensor.ts';
import { joinHeads, splitHeads } from './heads.ts';
import type { AttentionOptions } from './prepare.ts';
import { scaledDotProductAttention, type AttendedWith, type Stage } from './scaledDotProductAttention.ts';

/** The learned part of a multi-head layer. A bias that is left out is 0. */
export interface Projections {
  /** Query heads. */
  readonly heads: number;
  /** Key and value heads; default as many as query heads. */
  readonly keyHeads?: number | undefined;
  /** (dModel, heads · dK) */
  readonly WQ: Tensor;
  /** (dContext, keyHeads · dK) */
  readonly WK: Tensor;
  /** (dContext, keyHeads · dV) */
  readonly WV: Tensor;
  /** (heads · dV, dModel) */
  readonly WO: Tensor;
  /** (heads · dK) */
  readonly bQ?: Tensor | undefined;
  /** (keyHeads · dK) */
  readonly bK?: Tensor | undefined;
  /** (keyHeads · dV) */
  readonly bV?: Tensor | undefined;
  /** (dModel) */
  readonly bO?: Tensor | undefined;
}

function project(X: Tensor, W: Tensor, b: Tensor | undefined): Tensor {
  const product = matmul(X, W);
  if (!b) return product;
  const p = W.shape[1]!;
  if (b.data.length !== p)
    throw new RangeError(
      `The bias ${showShape(b.shape)} does not fit the projection ${showShape(W.shape)}: give one number for each of its columns.`,
    );
  return { data: product.data.map((x, index) => x + b.data[index % p]!), shape: product.shape };
}

/**
 * Multi-head attention: every head makes its own queries, keys and values from the same
 * positions, attends on its own, and WO mixes what the heads bring back.
 *
 * @param X (…, n, dModel), the positions that ask.
 * @param projections The learned matrices, applied from the right: X · W + b.
 * @param options `context` (…, m, dContext) are the positions that answer: X itself by default
 *   (self-attention), or another sequence (cross-attention). The rest goes to
 *   {@link scaledDotProductAttention}.
 * @returns `output` (…, n, dModel); `K` and `V` by head, to be passed on as the next `past`;
 *   the stage asked for by `returns`, (…, heads, n, m).
 * @throws RangeError when shapes disagree; the sentence names both.
 * @see Vaswani et al. 2017, section 3.2.2.
 */
export function multiHeadAttention<S extends Stage = never>(
  X: Tensor,
  projections: Projections,
  options: AttentionOptions & { readonly context?: Tensor | undefined; readonly returns?: S | undefined } = {},
): AttendedWith<S> {
  const { heads, keyHeads = heads, WQ, WK, WV, WO, bQ, bK, bV, bO } = projections;
  const { context = X, ...attentionOptions } = options;

  // #region multi-head
  const Q = splitHeads(project(X, WQ, bQ), heads);
  const K = splitHeads(project(context, WK, bK), keyHeads);
  const V = splitHeads(project(context, WV, bV), keyHeads);
  const attended = scaledDotProductAttention(Q, K, V, attentionOptions);
  const output = project(joinHeads(attended.output), WO, bO);
  // #endregion multi-head

  return { ...attended, output };
}
