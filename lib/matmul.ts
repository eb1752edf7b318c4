import { showShape, type Tensor } from './tensor.ts';

/**
 * The matrix product: each row of A mixes the rows of B.
 *
 * @param A (…, n, k)
 * @param B (k, p), the same for every leading axis of A.
 * @returns (…, n, p), summed in float64 and rounded to float32 once.
 * @throws RangeError when the last axis of A is not the first of B; the sentence names both shapes.
 */
export function matmul(A: Tensor, B: Tensor): Tensor {
  const [k, p] = B.shape;
  if (B.shape.length !== 2 || A.shape.length === 0 || A.shape.at(-1) !== k)
    throw new RangeError(
      `A ${showShape(A.shape)} times B ${showShape(B.shape)} needs the last axis of A to equal the first of a two-axis B: transpose or reshape one.`,
    );
  const shape = [...A.shape.slice(0, -1), p!];
  const rows = k! === 0 ? 0 : A.data.length / k!;
  const data = new Float32Array(shape.reduce((size, axis) => size * axis, 1));
  for (let i = 0; i < rows; i++) {
    const sum = new Float64Array(p!);
    // k before j: both B and the sum are then read in the order they lie in memory.
    for (let l = 0; l < k!; l++) {
      const a = A.data[i * k! + l]!;
      for (let j = 0; j < p!; j++) sum[j]! += a * B.data[l * p! + j]!;
    }
    data.set(sum, i * p!);
  }
  return { data, shape };
}
