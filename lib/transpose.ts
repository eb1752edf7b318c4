import { showShape, type Tensor } from './tensor.ts';

/**
 * The matrix laid on its side: what stood in row i, column j stands in row j, column i.
 *
 * @param A (n, m)
 * @returns (m, n)
 * @throws RangeError when A has not two axes; the sentence names its shape.
 */
export function transpose(A: Tensor): Tensor {
  const [n, m] = A.shape;
  if (A.shape.length !== 2)
    throw new RangeError(`Shape ${showShape(A.shape)} cannot be transposed: give a matrix, (n, m).`);
  const data = new Float32Array(A.data.length);
  for (let i = 0; i < n!; i++) for (let j = 0; j < m!; j++) data[j * n! + i] = A.data[i * m! + j]!;
  return { data, shape: [m!, n!] };
}
