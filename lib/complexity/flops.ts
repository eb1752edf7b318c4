/** One size of attention of every query to every key. */
export interface AttentionSize {
  readonly n: number;
  readonly d: number;
  readonly heads: number;
  readonly causal: boolean;
}

/**
 * Additions and multiplications of QKᵀ and of the weights times V; the softmax is not counted. Of a
 * causal case half are: about as many as there are pairs of a query and a key that it may see.
 */
export function flops({ n, d, heads, causal }: AttentionSize): number {
  return (4 * n * n * d * heads) / (causal ? 2 : 1);
}
