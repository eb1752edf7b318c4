import { spare, type StridedKernel } from '../kernels/stridedKernel.ts';
import type { Tensor } from '../tensor.ts';
import type { AttentionSlopes } from './arithmetic.ts';

/**
 * {@link attentionBack} by products of whole matrices, head by head, in float32.
 *
 * @param kernel It multiplies them.
 * @param Q (batch, heads, n, dK) @param K (batch, heads, m, dK) @param V (batch, heads, m, dV)
 * @param weights (batch, heads, n, m), as they came out.
 * @param dO (batch, heads, n, dV), the slope of the loss along the output.
 */
export function fastAttentionBack(
  kernel: StridedKernel,
  Q: Tensor,
  K: Tensor,
  V: Tensor,
  weights: Tensor,
  dO: Tensor,
): AttentionSlopes {
  const [batch, heads, n, d] = Q.shape as [number, number, number, number];
  const [m, dV] = V.shape.slice(-2) as [number, number];
  const scale = 1 / Math.sqrt(d);
  let end = 0;
  const take = (floats: number): number => {
    const start = end;
    end += floats + spare(Math.max(n, m, d, dV));
    return start;
  };
  const given = [Q, K, V, weights, dO];
  const starts = given.map(({ data }) => take(data.length));
  const [toQ, toK, toV] = [Q, K, V].map(({ data }) => take(data.length)) as [number, number, number];
  const [turned, slopes] = [take(dV * m), take(n * m)];
  kernel.reserve(end);
  const { memory } = kernel;
  given.forEach(({ data }, at) => memory.set(data, starts[at]));

  for (let head = 0; head < batch * heads; head++) {
    const [q, k, v, a, o] = [n * d, m * d, m * dV, n * m, n * dV].map((size, at) => starts[at]! + head * size) as [
      number,
      number,
      number,
      number,
      number,
    ];
    for (let j = 0; j < m; j++) for (let f = 0; f < dV; f++) memory[turned + f * m + j] = memory[v + j * dV + f]!;
    kernel.multiply(o, dV, 1, turned, m, slopes, m, n, dV, m);
    kernel.multiply(a, 1, m, o, dV, toV + head * m * dV, dV, m, n, dV);
    for (let row = 0; row < n * m; row += m) {
      let mean = 0;
      for (let j = row; j < row + m; j++) mean += memory[a + j]! * memory[slopes + j]!;
      for (let j = row; j < row + m; j++) memory[slopes + j] = memory[a + j]! * (memory[slopes + j]! - mean) * scale;
    }
    kernel.multiply(slopes, m, 1, k, d, toQ + head * n * d, d, n, m, d);
    kernel.multiply(slopes, 1, m, q, d, toK + head * m * d, d, m, n, d);
  }
  const out = (start: number, { data, shape }: Tensor): Tensor => ({
    data: memory.slice(start, start + data.length),
    shape,
  });
  return { dQ: out(toQ, Q), dK: out(toK, K), dV: out(toV, V) };
}
