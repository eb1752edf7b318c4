import { fastAttention } from '../kernels/fastAttention.ts';
import { fastMatmul } from '../kernels/fastMatmul.ts';
import type { Kernel } from '../kernels/kernel.ts';
import { plainKernel } from '../kernels/plainKernel.ts';
import { mulThenAdd, wasmKernel } from '../kernels/wasm/wasmKernel.ts';
import type { Tensor } from '../tensor.ts';
import { transpose } from '../transpose.ts';
import type { AnyTensor, Arithmetic } from './arithmetic.ts';

/**
 * The same products by the kernels of lib/kernels, in float32. They multiply and then add, with two
 * roundings, on every machine: where the fused instruction is left to the browser, the
 * same seed would not give the same weights.
 *
 * @param kernel Default: WebAssembly where there are vectors, else TypeScript.
 * @throws RangeError from its products, where shapes do not fit together.
 * @throws TypeError from its products, where numbers are float64.
 */
export function fast(kernel: Kernel = wasmKernel(mulThenAdd) ?? plainKernel()): Arithmetic {
  return {
    product: (A, B) => fastMatmul(float32(A), float32(B), kernel),
    productWithTransposed: (A, B) => fastMatmul(float32(A), transpose(float32(B)), kernel),
    transposedProduct: (A, B) => fastMatmul(transpose(float32(A)), float32(B), kernel),
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
  };
}

function float32(x: AnyTensor): Tensor {
  if (!(x.data instanceof Float32Array))
    throw new TypeError('The fast products are in float32: use the exact ones for float64.');
  return x as Tensor;
}
