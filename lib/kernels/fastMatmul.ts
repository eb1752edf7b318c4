import { checkFilled } from '../attention/sizes.ts';
import { showShape, tensor, type Tensor } from '../tensor.ts';
import { lanes, type Kernel } from './kernel.ts';
import { sharedKernel } from './sharedKernel.ts';

/** Rows of B that are taken in at a time, and rows of A that go past them together. */
const depthAtOnce = 64;
const rowsAtOnce = 128;

/**
 * The product of two matrices, by the steps of fast attention: rows of A are packed as
 * queries are, and rows of B accumulated as values are. Sums are in float32, and not to the last bit
 * the same on every machine.
 *
 * @param A `(n, k)` of finite numbers.
 * @param B `(k, m)` of finite numbers.
 * @param kernel Default: the fastest that this machine can run.
 * @returns `(n, m)`
 * @throws RangeError when the inner axes disagree, naming both shapes, or a matrix is not filled.
 */
export function fastMatmul(A: Tensor, B: Tensor, kernel: Kernel = sharedKernel()): Tensor {
  const [n = 0, k = 0] = A.shape;
  const [depth = 0, m = 0] = B.shape;
  if (A.shape.length !== 2 || B.shape.length !== 2 || depth !== k)
    throw new RangeError(`Cannot multiply ${showShape(A.shape)} by ${showShape(B.shape)}: the inner axes differ.`);
  checkFilled('A', A);
  checkFilled('B', B);
  const product = new Float32Array(n * m);
  if (k > 0 && m > 0) for (let i = 0; i < n; i += rowsAtOnce) multiplyBlock(A, B, kernel, i, product);
  return tensor(product, [n, m]);
}

function multiplyBlock(A: Tensor, B: Tensor, kernel: Kernel, i0: number, product: Float32Array): void {
  const [n, k] = A.shape as [number, number];
  const m = B.shape[1]!;
  const i1 = Math.min(i0 + rowsAtOnce, n);
  const blocks = Math.ceil((i1 - i0) / lanes);
  const width = Math.ceil(m / 4) * 4;
  const [packed, sums] = [0, blocks * lanes * k];
  const staged = sums + blocks * lanes * width;
  const ones = staged + Math.max(blocks * lanes * Math.max(k, m), depthAtOnce * m + 3);
  const check = ones + lanes;
  kernel.reserve(check + lanes);
  const { memory } = kernel;

  memory.set(A.data.subarray(i0 * k, i1 * k), staged);
  for (let b = 0; b < blocks; b++) kernel.pack(staged + b * lanes * k, k, k, 1, packed + b * lanes * k);
  memory.fill(0, sums, staged);
  memory.fill(1, ones, ones + lanes);
  for (let t = 0; t < k; t += depthAtOnce) {
    const depth = Math.min(depthAtOnce, k - t);
    memory.set(B.data.subarray(t * m, (t + depth) * m), staged);
    for (let b = 0; b < blocks; b++)
      kernel.accumulate(packed + (b * k + t) * lanes, staged, sums + b * lanes * width, depth, m, ones);
  }
  for (let b = 0; b < blocks; b++) kernel.unpack(sums + b * lanes * width, ones, m, staged + b * lanes * m, m, check);
  product.set(memory.subarray(staged, staged + (i1 - i0) * m), i0 * m);
}
