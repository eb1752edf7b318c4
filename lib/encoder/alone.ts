import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { dense } from './dense.ts';
import { columnThirds, finishLayer, inputVectors } from './forward.ts';
import { layerNorm } from './layerNorm.ts';
import type { EncoderWeights } from './weights.ts';

/**
 * Encodes many tokens, each as a text of its own: what the model makes of a word that
 * has no company. Its one weight is then 1, on itself, so attention hands on its own
 * value; tokens that do not see each other can be multiplied together, which is several
 * times faster than `encode([id])` for each and gives the same numbers.
 *
 * @param ids The n tokens.
 * @param weights Whole: with the `vectors` part.
 * @returns The vectors that leave the last layer, `(n, 512)`.
 * @throws RangeError when the weights are not whole.
 */
export function encodeAlone(ids: readonly number[], weights: EncoderWeights): Tensor {
  const { width } = weights.embedding;
  const input = new Float32Array(ids.length * width);
  for (const [i, id] of ids.entries()) input.set(inputVectors([id], weights, true).data, i * width);
  let x = tensor(input, [ids.length, width]);
  for (const { norm, qkv, after } of weights.layers) {
    if (!after) throw new RangeError('These weights stop at the attention maps. Open the vectors part as well.');
    const [, , values] = columnThirds(dense(layerNorm(x, norm), qkv));
    x = finishLayer(x, values, after);
  }
  return x;
}
