import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { dense } from './dense.ts';
import type { Dense } from './weights.ts';

/** Keeps a vector of zeros from being divided by zero. */
const leastSquare = 1e-12;

/**
 * One vector for the whole sentence: the mean of its token vectors, through a dense
 * layer and tanh, scaled to length 1 (Cer et al. 2018, section 3.1; the mean and the
 * tanh layer as in the released Lite model).
 *
 * @param x `(n, 512)`.
 * @returns `(512)`, of length 1.
 */
export function sentenceEmbedding(x: Tensor, sentence: Dense): Float32Array {
  const [n = 0, width = 0] = x.shape;
  const mean = new Float32Array(width);
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x.data[i * width + j]!;
    mean[j] = sum / n;
  }
  const bent = dense(tensor(mean, [1, width]), sentence).data.map(Math.tanh);
  const square = bent.reduce((sum, value) => sum + value * value, 0);
  return bent.map((value) => value / Math.sqrt(Math.max(square, leastSquare)));
}
