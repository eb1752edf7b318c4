import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import type { LayerNormWeights } from './weights.ts';

/** Keeps a row of equal numbers from being divided by zero. */
const epsilon = 1e-6;

/**
 * Layer normalisation (Ba, Kiros & Hinton 2016, eq. 3–4): each row is shifted to mean
 * 0 and scaled to variance 1, then multiplied by a learned gain and moved by a bias.
 *
 * @param x `(n, width)`.
 * @returns `(n, width)`.
 */
export function layerNorm(x: Tensor, { gain, bias }: LayerNormWeights): Tensor {
  const width = gain.length;
  const normed = new Float32Array(x.data.length);
  for (let start = 0; start < normed.length; start += width) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += x.data[start + j]!;
    const mean = sum / width;
    let squares = 0;
    for (let j = 0; j < width; j++) squares += (x.data[start + j]! - mean) ** 2;
    const scale = 1 / Math.sqrt(squares / width + epsilon);
    for (let j = 0; j < width; j++) normed[start + j] = (x.data[start + j]! - mean) * scale * gain[j]! + bias[j]!;
  }
  return tensor(normed, x.shape);
}
