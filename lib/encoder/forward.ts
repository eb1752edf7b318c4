import { joinHeads, splitHeads } from '../attention/index.ts';
import { fastAttention } from '../kernels/fastAttention.ts';
import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { checkEdge, cutGathered, type Edge } from './cut.ts';
import { add, dense, relu } from './dense.ts';
import { layerNorm } from './layerNorm.ts';
import { positionSignal } from './positionSignal.ts';
import { sentenceEmbedding } from './sentence.ts';
import type { AfterAttention, EncoderWeights, LayerWeights } from './weights.ts';

/** The longest text the model was trained on, in tokens. */
export const maxTokens = 128;

export interface EncodeOptions {
  /** Off, the model is not told where its tokens stand; on by default. */
  readonly positions?: boolean | undefined;
  /** One attention weight to take away before the model goes on. */
  readonly cut?: Edge | undefined;
}

/** What one layer computed. Heads count from 0. */
export interface EncodedLayer {
  /** What its queries, keys and values are made from, normalised: `(n, width)`. */
  readonly X: Tensor;
  /** The attention weights of each head: `(n, n)` row-major, row = query, column = key. */
  readonly weights: readonly Float32Array[];
  /** Queries, keys and values: `(heads, n, dHead)`. */
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
  /** The vectors that leave the layer, `(n, 512)`; missing where the weights stop at the attention. */
  readonly vectors?: Tensor | undefined;
}

export interface Encoded {
  readonly layers: readonly EncodedLayer[];
  /** The sentence as one unit vector, `(512)`; missing while only the `maps` part is loaded. */
  readonly embedding?: Float32Array | undefined;
}

/**
 * Runs the encoder over a sentence: token vectors plus position signal, then two
 * transformer layers (Vaswani et al. 2017, section 3.1, normalising before each half),
 * then the mean of the last vectors through tanh (Cer et al. 2018, section 3.1).
 *
 * @param ids The n tokens, from `tokenize`: 1 ≤ n ≤ 128.
 * @param weights Trained (`openMaps`, `openVectors`, `originalWeights`) or not (`untrainedWeights`).
 * @returns Every layer's attention weights, and as much of the rest as the weights allow.
 * @throws RangeError when there is no token, there are more than 128, an id is not in the table, or there is no edge to cut.
 */
export function encode(ids: readonly number[], weights: EncoderWeights, options: EncodeOptions = {}): Encoded {
  const { cut } = options;
  checkIds(ids, weights);
  if (cut) checkEdge(cut, { layers: weights.layers.length, heads: weights.layers[0]!.heads, n: ids.length });
  let x: Tensor | undefined = inputVectors(ids, weights, options.positions ?? true);
  const layers: EncodedLayer[] = [];
  for (const [index, layer] of weights.layers.entries()) {
    if (!x) break;
    const encoded: EncodedLayer = runLayer(x, layer, cut?.layer === index ? cut : undefined);
    layers.push(encoded);
    x = encoded.vectors;
  }
  return { layers, embedding: x && weights.sentence && sentenceEmbedding(x, weights.sentence) };
}

function checkIds(ids: readonly number[], { embedding }: EncoderWeights): void {
  if (ids.length === 0)
    throw new RangeError('There is no token to encode. Give a sentence with at least one character.');
  if (ids.length > maxTokens)
    throw new RangeError(
      `The encoder takes at most ${maxTokens} tokens, but ${ids.length} were given. Keep the first ${maxTokens}.`,
    );
  const stranger = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= embedding.count);
  if (stranger !== undefined)
    throw new RangeError(`The encoder has no token ${stranger}: ids run from 0 to ${embedding.count - 1}.`);
}

/** Token vectors and position signal, as the first layer takes them: `(n, 256)`. */
export function inputVectors(ids: readonly number[], { embedding }: EncoderWeights, positions: boolean): Tensor {
  const { width } = embedding;
  const x = new Float32Array(ids.length * width);
  const signal = positions ? positionSignal(ids.length, width).data : undefined;
  for (const [i, id] of ids.entries()) {
    const row = embedding.row(id);
    for (let j = 0; j < width; j++) {
      const at = i * width + j;
      // The original adds the token vector once before the signal and once with it.
      x[at] = 2 * row[j]! + (signal ? signal[at]! : 0);
    }
  }
  return tensor(x, [ids.length, width]);
}

function runLayer(x: Tensor, layer: LayerWeights, cut: Edge | undefined): EncodedLayer {
  const [n = 0] = x.shape;
  const X = layerNorm(x, layer.norm);
  const [query, key, value] = columnThirds(dense(X, layer.qkv));
  const { heads, after } = layer;
  const Q = splitHeads(query, heads);
  const K = splitHeads(key, heads);
  const V = splitHeads(value, heads);
  const whole = fastAttention(Q, K, V, { returns: 'weights' });
  const { output, weights } = cut ? cutGathered(whole, V, cut) : whole;
  const maps = Array.from({ length: heads }, (_, head) => weights.data.slice(head * n * n, (head + 1) * n * n));
  return { X, weights: maps, Q, K, V, vectors: after && finishLayer(x, joinHeads(output), after) };
}

/** From what attention gathered, `joined`, to the vectors that leave the layer. */
export function finishLayer(x: Tensor, joined: Tensor, after: AfterAttention): Tensor {
  const input = after.residual ? dense(x, after.residual) : x;
  const middle = add(input, dense(joined, after.output));
  const hidden = relu(dense(layerNorm(middle, after.norm), after.expand));
  return add(middle, dense(hidden, after.contract));
}

/** `(n, 3·width)` as three of `(n, width)`: left, middle and right columns, which are Q, K and V. */
export function columnThirds(x: Tensor): [Tensor, Tensor, Tensor] {
  const [n = 0, columns = 0] = x.shape;
  const width = columns / 3;
  const third = (index: number): Tensor => {
    const part = new Float32Array(n * width);
    for (let i = 0; i < n; i++) {
      const start = i * columns + index * width;
      part.set(x.data.subarray(start, start + width), i * width);
    }
    return tensor(part, [n, width]);
  };
  return [third(0), third(1), third(2)];
}
