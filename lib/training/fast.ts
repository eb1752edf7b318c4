import { fastAttention } from '../kernels/fastAttention.ts';
import type { Kernel } from '../kernels/kernel.ts';
import { plainKernel } from '../kernels/plainKernel.ts';
import { plainStrided, spare, wasmStrided, type StridedKernel } from '../kernels/stridedKernel.ts';
import { mulThenAdd, wasmKernel } from '../kernels/wasm/wasmKernel.ts';
import { showShape, type Tensor } from '../tensor.ts';
import type { AnyTensor, Arithmetic } from './arithmetic.ts';
import { fastAttentionBack } from './fastAttentionBack.ts';

/**
 * The same products by the kernels of lib/kernels, in float32. They multiply and then add, with two
 * roundings, on every machine: where the fused instruction is left to the browser, the
 * same seed would not give the same weights.
 *
 * @param kernel Of attention; default: WebAssembly where there are vectors, else TypeScript.
 * @param matrices Of all other products; default: likewise.
 * @throws RangeError from its products, where shapes do not fit together.
 * @throws TypeError from its products, where numbers are float64.
 */
export function fast(
  kernel: Kernel = wasmKernel(mulThenAdd) ?? plainKernel(),
  matrices: StridedKernel = wasmStrided() ?? plainStrided(),
): Arithmetic {
  return {
    product(A, B) {
      const [n, k] = A.shape as [number, number];
      const [depth, p] = B.shape as [number, number];
      return multiply(matrices, A, [n, k], [k, 1], B, [depth, p]);
    },
    productWithTransposed(A, B) {
      const [n, k] = A.shape as [number, number];
      const [p, depth] = B.shape as [number, number];
      return multiply(matrices, A, [n, k], [k, 1], B, [depth, p], true);
    },
    transposedProduct(A, B) {
      const [k, n] = A.shape as [number, number];
      const [depth, p] = B.shape as [number, number];
      return multiply(matrices, A, [n, k], [1, n], B, [depth, p]);
    },
    attention(Q, K, V, { causal, window, lengths } = {}) {
      return fastAttention(float32(Q), float32(K), float32(V), {
        causal,
        window: window === undefined ? undefined : [window, window],
        validLengths: lengths,
        offset: 0,
        kernel,
        returns: 'weights',
      });
    },
    attentionBack(Q, K, V, weights, dO) {
      return fastAttentionBack(matrices, float32(Q), float32(K), float32(V), float32(weights), float32(dO));
    },
  };
}

type Pair = readonly [number, number];

/**
 * (n, k) (k, p) → (n, p). Rows of A are `aRow` numbers apart and its columns `aStep`; B is copied turned
 * where it comes as (p, k).
 */
function multiply(
  kernel: StridedKernel,
  A: AnyTensor,
  [n, k]: Pair,
  [aRow, aStep]: Pair,
  B: AnyTensor,
  [depth, p]: Pair,
  turned = false,
): Tensor {
  const [left, right] = [float32(A).data, float32(B).data];
  if (depth !== k)
    throw new RangeError(
      `Cannot multiply ${showShape(A.shape)} by ${showShape(B.shape)}: inner axes of ${k} and ${depth}.`,
    );
  if (n * k * p === 0) return { data: new Float32Array(n * p), shape: [n, p] };
  const b = left.length + spare(aRow);
  const c = b + right.length + spare(p);
  kernel.reserve(c + n * p + spare(p));
  const { memory } = kernel;
  memory.set(left, 0);
  if (!turned) memory.set(right, b);
  else for (let j = 0, at = 0; j < p; j++) for (let t = 0; t < k; t++) memory[b + t * p + j] = right[at++]!;
  kernel.multiply(0, aRow, aStep, b, p, c, p, n, k, p);
  return { data: memory.slice(c, c + n * p), shape: [n, p] };
}

function float32(x: AnyTensor): Tensor {
  if (!(x.data instanceof Float32Array))
    throw new TypeError('The fast products are in float32: use the exact ones for float64.');
  return x as Tensor;
}
