import type { AnyTensor } from './arithmetic.ts';
import { swapAxes } from './swapAxes.ts';

/**
 * Cuts the features of each position into heads, as lib/attention's splitHeads does, for a whole batch of rows.
 *
 * @param X (batch · n, heads · d)
 * @returns (batch, heads, n, d)
 */
export function splitBatch(X: AnyTensor, batch: number, heads: number): AnyTensor {
  const [n, d] = [X.shape[0]! / batch, X.shape[1]! / heads];
  return { data: swapAxes(X, batch, n, heads, d), shape: [batch, heads, n, d] };
}

/**
 * Lays the heads of each position side by side again.
 *
 * @param X (batch, heads, n, d)
 * @returns (batch · n, heads · d)
 */
export function joinBatch(X: AnyTensor): AnyTensor {
  const [batch, heads, n, d] = X.shape as [number, number, number, number];
  return { data: swapAxes(X, batch, heads, n, d), shape: [batch * n, heads * d] };
}
