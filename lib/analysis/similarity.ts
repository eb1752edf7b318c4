import type { Tensor } from '../tensor.ts';
import { scoreRow } from '../attention/scores.ts';

/**
 * Vectors compared with one another as they are, XXᵀ/√d: the scores of a head whose
 * queries and keys are both X itself. What i asks of j is then what j asks of i.
 *
 * @param X (n, d)
 * @returns (n, n), equal to its own transpose to the last bit.
 * @see Vaswani et al. 2017, eq. 1, with Q = K = X.
 */
export function similarity({ data, shape }: Tensor): Tensor {
  const [n = 0, d = 0] = shape;
  const scores = new Float32Array(n * n);
  for (let i = 0; i < n; i++) scores.set(scoreRow(data.subarray(i * d, (i + 1) * d), data, 1 / Math.sqrt(d)), i * n);
  return { data: scores, shape: [n, n] };
}
