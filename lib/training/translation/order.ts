import { zerosLike, type AnyTensor } from '../arithmetic.ts';
import { swapAxes } from '../swapAxes.ts';

/**
 * From one time after another to one sequence after another.
 *
 * @param X (n · batch, d)
 * @returns (batch, 1, n, d), as attention with one head takes it.
 */
export function byBatch(X: AnyTensor, batch: number): AnyTensor {
  const [n, d] = [X.shape[0]! / batch, X.shape[1]!];
  return { data: swapAxes(X, 1, n, batch, d), shape: [batch, 1, n, d] };
}

/**
 * The way back from {@link byBatch}.
 *
 * @param X (batch, 1, n, d)
 * @returns (n · batch, d)
 */
export function byTime(X: AnyTensor): AnyTensor {
  const [batch, , n, d] = X.shape as [number, number, number, number];
  return { data: swapAxes(X, 1, batch, n, d), shape: [n * batch, d] };
}

/**
 * Each sequence from its end to its beginning; the filling stays where it is. Done twice, nothing has changed.
 *
 * @param X (n · batch, d), by time.
 * @param lengths (batch), without the filling.
 * @returns (n · batch, d)
 */
export function turned({ data, shape }: AnyTensor, lengths: readonly number[]): AnyTensor {
  const [batch, d] = [lengths.length, shape[1]!];
  const turnedRound = zerosLike(data);
  for (let row = 0; row < shape[0]!; row++) {
    const [t, b] = [Math.floor(row / batch), row % batch];
    const from = t < lengths[b]! ? (lengths[b]! - 1 - t) * batch + b : row;
    turnedRound.set(data.subarray(from * d, (from + 1) * d), row * d);
  }
  return { data: turnedRound, shape };
}

/**
 * Two lists of features side by side.
 *
 * @param A (rows, d) @param B (rows, d)
 * @returns (rows, 2 d)
 */
export function beside(A: AnyTensor, B: AnyTensor): AnyTensor {
  const [rows, d] = A.shape as [number, number];
  const data = zerosLike(A.data, rows * 2 * d);
  for (let i = 0; i < rows; i++) {
    data.set(A.data.subarray(i * d, (i + 1) * d), 2 * i * d);
    data.set(B.data.subarray(i * d, (i + 1) * d), (2 * i + 1) * d);
  }
  return { data, shape: [rows, 2 * d] };
}

/**
 * The way back from {@link beside}.
 *
 * @param X (rows, 2 d)
 * @returns Two of (rows, d).
 */
export function halves({ data, shape }: AnyTensor): [AnyTensor, AnyTensor] {
  const [rows, width] = shape as [number, number];
  const d = width / 2;
  const half = (side: number): AnyTensor => {
    const part = zerosLike(data, rows * d);
    for (let i = 0; i < rows; i++) part.set(data.subarray((2 * i + side) * d, (2 * i + side + 1) * d), i * d);
    return { data: part, shape: [rows, d] };
  };
  return [half(0), half(1)];
}
