import type { Tensor } from '../tensor.ts';
import { addBias, biasRow } from './bias.ts';
import type { Mask } from './masks.ts';
import { checkFilled, checkMask } from './sizes.ts';
import { softmaxRow } from './softmax.ts';

/**
 * The last two steps of attention alone, mask and softmax, for scores that are known
 * already: the same weights that {@link scaledDotProductAttention} reaches from Q and K.
 *
 * @param scores (…, n, m), scaled.
 * @param mask Boolean or additive, laid against (…, n, m) from the right.
 * @returns (…, n, m), each row summing to 1, masked keys exactly 0; zeros where all is masked.
 * @throws RangeError when the mask does not fit; the sentence names both shapes.
 * @see Vaswani et al. 2017, eq. 1 and section 3.2.3.
 */
export function attentionWeights(scores: Tensor, mask?: Mask): Tensor {
  checkFilled('scores', scores);
  if (mask) checkMask(mask, scores.shape);
  const m = scores.shape.at(-1) ?? 1;
  const data = new Float32Array(scores.data.length);
  for (let row = 0; row * m < data.length; row++) {
    const bias = biasRow(scores.shape, row, {}, mask);
    data.set(softmaxRow(addBias(scores.data.subarray(row * m, (row + 1) * m), bias)), row * m);
  }
  return { data, shape: scores.shape };
}
