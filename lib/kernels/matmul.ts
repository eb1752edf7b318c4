import { checkFilled } from '../attention/sizes.ts';
import { showShape, tensor, type Tensor } from '../tensor.ts';
import { rows, type Kernel } from './kernel.ts';
import { sharedKernel } from './shared.ts';

/** Rows of B that are taken in at a time, and rows of A that go past them together. */
const depthAtOnce = 64;
const rowsAtOnce = 128;

/**
 * The product of two matrices, by the steps of fast attention: rows of A stand abreast as
 * queries do, and rows of B are mixed as values are. Sums are in float32, and not to the last bit
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
  const eights = Math.ceil((i1 - i0) / rows);
  const width = Math.ceil(m / 4) * 4;
  const [packed, sums] = [0, eights * rows * k];
  const staged = sums + eights * rows * width;
  const ones = staged + Math.max(eights * rows * Math.max(k, m), depthAtOnce * m + 3);
  kernel.reserve(ones + rows);
  const { memory } = kernel;

  memory.set(A.data.subarray(i0 * k, i1 * k), staged);
  for (let g = 0; g < eights; g++) kernel.pack(staged + g * rows * k, k, k, 1, packed + g * rows * k);
  memory.fill(0, sums, staged);
  memory.fill(1, ones, ones + rows);
  for (let t = 0; t < k; t += depthAtOnce) {
    const depth = Math.min(depthAtOnce, k - t);
    memory.set(B.data.subarray(t * m, (t + depth) * m), staged);
    for (let g = 0; g < eights; g++)
      kernel.mix(packed + (g * k + t) * rows, staged, sums + g * rows * width, depth, m, ones);
  }
  for (let g = 0; g < eights; g++) {
    memory.fill(1, ones, ones + rows);
    kernel.unpack(sums + g * rows * width, ones, m, staged + g * rows * m, m);
  }
  product.set(memory.subarray(staged, staged + (i1 - i0) * m), i0 * m);
}
