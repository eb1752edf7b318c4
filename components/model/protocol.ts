import type { EncodedLayer, EncodeOptions } from '#lib/encoder/forward.ts';

/** What the page and the encoder's worker say to each other. Layers and heads are counted from 0. */

/** One text as the model read it. */
export interface Reading {
  /** What was read: the whole text, or as many of its tokens as the model takes. */
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  /** `maps[layer][head]`: attention weights `(n, n)`, row-major, row = query. */
  readonly maps: readonly (readonly Float32Array[])[];
  /** How many tokens the whole text has; more than `pieces` when the model's limit cut it. */
  readonly tokens: number;
  /** The text from the first token left out, shortened. Empty when nothing was. */
  readonly leftOut: string;
}

/** What one layer computed on the way to its weights: its input `(n, width)`; queries, keys and values, `(heads, n, dHead)`. */
export type Layer = Pick<EncodedLayer, 'X' | 'weights' | 'Q' | 'K' | 'V'>;

/** A text as the whole model read it: what comes out of the last layer, too. */
export interface WholeReading extends Reading {
  /** One vector a token, `(n, 512)`, row-major. */
  readonly vectors: Float32Array;
  /** The text as one unit vector, `(512)`. */
  readonly embedding: Float32Array;
}

export type Request =
  /** Read a text with the trained model, which is fetched first if it is not there. */
  | { readonly type: 'read'; readonly id: number; readonly text: string }
  /** Read a text with both parts of the trained model, which are fetched first if they are not there. */
  | { readonly type: 'readWhole'; readonly id: number; readonly text: string; readonly options: EncodeOptions }
  /** Run tokens through the trained model, in any order, told of their positions or not. */
  | { readonly type: 'encode'; readonly id: number; readonly ids: readonly number[]; readonly options: EncodeOptions }
  /** Run tokens through the same architecture on random weights. Needs no model. */
  | { readonly type: 'untrained'; readonly id: number; readonly ids: readonly number[]; readonly seed: number }
  /** Stop fetching the model. */
  | { readonly type: 'cancel'; readonly id: number };

export type Response =
  | { readonly type: 'progress'; readonly id: number; readonly received: number; readonly total: number }
  | { readonly type: 'reading'; readonly id: number; readonly reading: Reading }
  | { readonly type: 'wholeReading'; readonly id: number; readonly reading: WholeReading }
  | { readonly type: 'layers'; readonly id: number; readonly layers: readonly Layer[] }
  | { readonly type: 'maps'; readonly id: number; readonly maps: Reading['maps'] }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string; readonly cancelled: boolean };
