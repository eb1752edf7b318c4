import { zerosLike, type AnyTensor } from './arithmetic.ts';

/**
 * Cuts the features of each position into heads, as lib/attention's splitHeads does, for a whole batch of rows.
 *
 * @param X (batch · n, heads · d)
 * @returns (batch, heads, n, d)
 */
export function splitBatch(X: AnyTensor, batch: number, heads: number): AnyTensor {
  const [n, d] = [X.shape[0]! / batch, X.shape[1]! / heads];
  return { data: swap(X, batch, n, heads, d), shape: [batch, heads, n, d] };
}

/**
 * Lays the heads of each position side by side again.
 *
 * @param X (batch, heads, n, d)
 * @returns (batch · n, heads · d)
 */
export function joinBatch(X: AnyTensor): AnyTensor {
  const [batch, heads, n, d] = X.shape as [number, number, number, number];
  return { data: swap(X, batch, heads, n, d), shape: [batch * n, heads * d] };
}

/** (batch, a, b, d) → (batch, b, a, d). */
function swap({ data }: AnyTensor, batch: number, a: number, b: number, d: number): AnyTensor['data'] {
  const swapped = zerosLike(data);
  let from = 0;
  for (let outer = 0; outer < batch; outer++)
    for (let i = 0; i < a; i++)
      for (let j = 0; j < b; j++) {
        const to = ((outer * b + j) * a + i) * d;
        for (let f = 0; f < d; f++) swapped[to + f] = data[from++]!;
      }
  return swapped;
}
