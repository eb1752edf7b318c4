import { showShape, type Tensor } from '../tensor.ts';
import { sizesOf } from '../attention/sizes.ts';

/** How near two vectors of d numbers are: positive, larger when nearer. */
export type SmoothingKernel = (query: Float32Array, key: Float32Array) => number;

const sum = (x: Float32Array, term: (value: number, index: number) => number): number =>
  x.reduce((total, value, index) => total + term(value, index), 0);

/** κ(q, k) = exp(q·k · scale): the kernel of attention. */
export const exponentialKernel =
  (scale: number): SmoothingKernel =>
  (query, key) =>
    Math.exp(scale * sum(query, (q, f) => q * key[f]!));

/**
 * κ(q, k) = exp(−|q − k|² / 2h²), h being the bandwidth, in the unit of q and k. Since
 * q·k = (|q|² + |k|² − |q − k|²) / 2, the exponential kernel is this one with h² = 1/scale,
 * times exp(scale |q|²/2), which is the same for all keys and cancels, times
 * exp(scale |k|²/2), which cancels only when all keys have the same length.
 */
export const gaussianKernel =
  (bandwidth: number): SmoothingKernel =>
  (query, key) =>
    Math.exp(-sum(query, (q, f) => (q - key[f]!) ** 2) / (2 * bandwidth ** 2));

/**
 * The Nadaraya–Watson smoother: at each query, the mean of the values, each weighted by
 * how near its key is. With {@link exponentialKernel}(1/√dK) it is attention.
 *
 * In float64 and by the formula: no shift by the maximum, so that scores past 709 overflow
 * where softmax does not, and 0/0 = NaN where no key is near at all.
 *
 * @param Q (n, dK) @param K (m, dK) @param V (m, dV)
 * @returns output (n, dV), Σⱼ κ(qᵢ, kⱼ) vⱼ / Σⱼ κ(qᵢ, kⱼ), and its weights (n, m).
 * @throws RangeError when shapes disagree; the sentence names them.
 * @see Nadaraya 1964, "On estimating regression"; Watson 1964, "Smooth regression analysis";
 *   Tsai et al. 2019, "Transformer dissection", eq. 2, for attention seen so.
 */
export function kernelSmoothing(
  Q: Tensor,
  K: Tensor,
  V: Tensor,
  kernel: SmoothingKernel,
): { output: Tensor; weights: Tensor } {
  const { leading, n, m, dK, dV } = sizesOf(Q, K, V);
  if (leading.length > 0) throw new RangeError(`Q ${showShape(Q.shape)} holds more than one head: give one, (n, dK).`);
  const [output, weights] = [new Float64Array(n * dV), new Float64Array(n * m)];
  for (let i = 0; i < n; i++) {
    const query = Q.data.subarray(i * dK, (i + 1) * dK);
    const nearness = Array.from({ length: m }, (_, j) => kernel(query, K.data.subarray(j * dK, (j + 1) * dK)));
    const total = nearness.reduce((all, one) => all + one, 0);
    for (let j = 0; j < m; j++) {
      weights[i * m + j] = nearness[j]! / total;
      for (let f = 0; f < dV; f++) output[i * dV + f]! += weights[i * m + j]! * V.data[j * dV + f]!;
    }
  }
  return {
    output: { data: Float32Array.from(output), shape: [n, dV] },
    weights: { data: Float32Array.from(weights), shape: [n, m] },
  };
}
