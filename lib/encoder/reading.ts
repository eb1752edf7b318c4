import { headOf } from '../attention/heads.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { similarity } from '../analysis/similarity.ts';
import type { Tensor } from '../tensor.ts';
import { maxTokens, type Encoded, type EncodedLayer } from './forward.ts';
import type { Tokens } from './tokenizer.ts';
import { textOf } from './words.ts';

/**
 * What one layer has to say of n tokens. Heads count from 0; maps are `(n, n)`, row-major, row =
 * query, column = key. Ask {@link headScores} and {@link inputSimilarity} for what it may leave out.
 */
export interface LayerReading {
  /** Attention weights of each head. */
  readonly weights: readonly Float32Array[];
  /** What they are made from: the layer's input `(n, width)`; queries, keys and values `(heads, n, dHead)`. Missing from what came with the page. */
  readonly workings?: Pick<EncodedLayer, 'X' | 'Q' | 'K' | 'V'> | undefined;
  /** In place of workings: scaled scores of each head, and the input compared with itself. */
  readonly scores?: readonly Float32Array[] | undefined;
  readonly similarity?: Float32Array | undefined;
}

/** A text as the encoder read it: the one type for that, wherever the reading was made. */
export interface Reading {
  readonly text: string;
  /** What was read: the whole text, or as many of its tokens as the model takes. */
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  /** How many tokens the whole text has; more than `pieces` when the model's limit cut it. */
  readonly tokens: number;
  /** The text from the first token left out, shortened. Empty when nothing was. */
  readonly leftOut: string;
  readonly layers: readonly LayerReading[];
  /** What leaves the last layer, one vector a token, `(n, 512)` row-major; missing while only the `maps` part is loaded. */
  readonly vectors?: Float32Array | undefined;
  /** The text as one unit vector, `(512)`; missing as `vectors` are. */
  readonly embedding?: Float32Array | undefined;
}

/**
 * As many tokens as the model takes, from the first on.
 *
 * @param tokens All tokens of a text.
 */
export function readable({ pieces, ids }: Tokens): Tokens {
  return { pieces: pieces.slice(0, maxTokens), ids: ids.slice(0, maxTokens) };
}

/**
 * What the encoder computed for a text, put together for those who ask.
 *
 * @param tokens All tokens of the text. @param encoded What {@link encode} gave for the {@link readable} ones.
 */
export function readingOf(text: string, tokens: Tokens, encoded: Encoded): Reading {
  return {
    text,
    ...readable(tokens),
    tokens: tokens.ids.length,
    leftOut: textOf(tokens.pieces.slice(maxTokens, maxTokens + 12)),
    layers: encoded.layers.map(({ weights, X, Q, K, V }) => ({ weights, workings: { X, Q, K, V } })),
    vectors: encoded.layers.at(-1)!.vectors?.data,
    embedding: encoded.embedding,
  };
}

/**
 * The scaled scores of one head, `(n, n)`: Q Kᵀ / √dHead, eq. 1 of Vaswani et al. 2017.
 *
 * @param reading Of a layer.
 * @param head Counted from 0.
 * @throws Error when the reading has neither scores nor what they are made from.
 * @throws RangeError when there is no such head.
 */
export function headScores({ scores, workings }: Omit<LayerReading, 'weights'>, head: number): Float32Array {
  if (scores) return scores[head]!;
  const { Q, K, V } = headWorkings({ workings }, head);
  return scaledDotProductAttention(Q, K, V, { returns: 'scores' }).scores.data;
}

/**
 * Queries, keys and values of one head, each `(n, dHead)`.
 *
 * @param reading Of a layer.
 * @param head Counted from 0.
 * @throws Error when the reading came without them.
 * @throws RangeError when there is no such head.
 */
export function headWorkings(
  { workings }: Pick<LayerReading, 'workings'>,
  head: number,
): Record<'Q' | 'K' | 'V', Tensor> {
  if (!workings) throw new Error('This reading came without queries, keys and values: ask the model for them.');
  const { Q, K, V } = workings;
  return { Q: headOf(Q, head), K: headOf(K, head), V: headOf(V, head) };
}

/**
 * A layer's input compared with itself, `(n, n)`.
 *
 * @param reading Of a layer.
 * @throws Error when the reading has neither this nor the input.
 */
export function inputSimilarity({ similarity: known, workings }: Omit<LayerReading, 'weights'>): Float32Array {
  if (known) return known;
  if (!workings) throw new Error('This reading came without the input of its layers: ask the model for it.');
  return similarity(workings.X).data;
}
