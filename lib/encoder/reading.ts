import { headOf } from '../attention/heads.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { softmax } from '../attention/softmax.ts';
import { similarity } from '../analysis/similarity.ts';
import type { Tensor } from '../tensor.ts';
import { maxTokens, type Encoded } from './forward.ts';
import type { Tokens } from './tokenizer.ts';
import { textOf } from './words.ts';

/** Queries, keys and values of one head, each `(n, dHead)`. */
export type HeadWorkings = Readonly<Record<'Q' | 'K' | 'V', Tensor>>;

/**
 * What is known of one layer and n tokens. Heads count from 0; maps are `(n, n)`, row-major, row =
 * query, column = key. One quantity follows from another, and a reading that travelled leaves out
 * what can be computed: ask {@link headWeights}, {@link headScores}, {@link headWorkings} and
 * {@link inputSimilarity}.
 */
export interface LayerReading {
  /** Attention weights of each head. */
  readonly weights?: readonly Float32Array[] | undefined;
  /** Scaled scores of each head. */
  readonly scores?: readonly Float32Array[] | undefined;
  /** What scores are made from; a reading may have it of some heads. */
  readonly workings?: Readonly<Record<number, HeadWorkings>> | undefined;
  /** What all heads are given: `(n, width)`. */
  readonly input?: Tensor | undefined;
  /** The input compared with itself. */
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
    layers: encoded.layers.map(({ weights, X, Q, K, V }) => ({
      weights,
      workings: weights.map((_, head) => ({ Q: headOf(Q, head), K: headOf(K, head), V: headOf(V, head) })),
      input: X,
    })),
    vectors: encoded.layers.at(-1)!.vectors?.data,
    embedding: encoded.embedding,
  };
}

/**
 * The attention weights of one head, `(n, n)`.
 *
 * @throws Error when the reading has nothing that they follow from.
 */
export function headWeights(layer: LayerReading, head: number): Float32Array {
  const known = layer.weights?.[head];
  if (known) return known;
  const scores = headScores(layer, head);
  const n = Math.sqrt(scores.length);
  return softmax({ data: scores, shape: [n, n] }).data;
}

/**
 * The scaled scores of one head, `(n, n)`: Q Kᵀ / √dHead, eq. 1 of Vaswani et al. 2017.
 *
 * @throws Error when the reading has neither scores nor what they are made from.
 */
export function headScores(layer: LayerReading, head: number): Float32Array {
  const known = layer.scores?.[head];
  if (known) return known;
  const { Q, K, V } = headWorkings(layer, head);
  return scaledDotProductAttention(Q, K, V, { returns: 'scores' }).scores.data;
}

/**
 * Queries, keys and values of one head.
 *
 * @throws Error when the reading came without them.
 */
export function headWorkings(layer: LayerReading, head: number): HeadWorkings {
  const known = layer.workings?.[head];
  if (!known) throw new Error('This reading came without queries, keys and values: ask the model for them.');
  return known;
}

/**
 * A layer's input compared with itself, `(n, n)`.
 *
 * @throws Error when the reading has neither this nor the input.
 */
export function inputSimilarity(layer: LayerReading): Float32Array {
  if (layer.similarity) return layer.similarity;
  if (!layer.input) throw new Error('This reading came without the input of its layers: ask the model for it.');
  return similarity(layer.input).data;
}
