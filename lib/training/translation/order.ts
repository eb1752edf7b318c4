import { zerosLike, type AnyTensor } from '../arithmetic.ts';

/**
 * From one time after another to one sequence after another.
 *
 * @param X (n · batch, d)
 * @returns (batch, 1, n, d), as attention with one head takes it.
 */
export function byBatch(X: AnyTensor, batch: number): AnyTensor {
  const [n, d] = [X.shape[0]! / batch, X.shape[1]!];
  return { data: swap(X, n, batch, d), shape: [batch, 1, n, d] };
}

/**
 * The way back from {@link byBatch}.
 *
 * @param X (batch, 1, n, d)
 * @returns (n · batch, d)
 */
export function byTime(X: AnyTensor): AnyTensor {
  const [batch, , n, d] = X.shape as [number, number, number, number];
  return { data: swap(X, batch, n, d), shape: [n * batch, d] };
}

/** (a, b, d) → (b, a, d). */
function swap({ data }: AnyTensor, a: number, b: number, d: number): AnyTensor['data'] {
  const swapped = zerosLike(data);
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++) swapped.set(data.subarray((i * b + j) * d, (i * b + j + 1) * d), (j * a + i) * d);
  return swapped;
}
