import type { Tensor } from '../tensor.ts';

/** A linear map with an offset, y = x·kernel + bias: kernel `(inputs, outputs)`, bias `(outputs)`. */
export interface Dense {
  readonly kernel: Tensor;
  readonly bias: Float32Array;
}

/** The learned part of a layer normalisation: gain and bias, each `(width)`. */
export interface LayerNormWeights {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/**
 * The table of token vectors. Rows are made when they are asked for, since a
 * sentence touches a few of eight thousand.
 */
export interface Embedding {
  readonly count: number;
  readonly width: number;
  /** The vector of one id, `(width)`. The id must be a whole number in [0, count). */
  row(id: number): Float32Array;
}

/** What a layer does once its attention weights are known. */
export interface AfterAttention {
  /** Mixes the joined heads: `(width, out)`. */
  readonly output: Dense;
  /** Only where the layer changes width, so that the sum with its input is possible: `(width, out)`. */
  readonly residual?: Dense | undefined;
  readonly norm: LayerNormWeights;
  /** `(out, 1536)`, followed by ReLU. */
  readonly expand: Dense;
  /** `(1536, out)`. */
  readonly contract: Dense;
}

/** One transformer layer, normalised before each half (pre-LN). */
export interface LayerWeights {
  readonly heads: number;
  readonly norm: LayerNormWeights;
  /** `(width, 3·width)`: columns are [Q | K | V], and within each, head after head. */
  readonly qkv: Dense;
  /** Missing in the last layer while only the `maps` part is loaded: the forward pass then stops there. */
  readonly after?: AfterAttention | undefined;
}

/**
 * The weights of the sentence encoder, wherever they come from: the original
 * float32 file, the packed int8 one, or a seed.
 */
export interface EncoderWeights {
  readonly embedding: Embedding;
  readonly layers: readonly LayerWeights[];
  /** From the mean of the last vectors to the sentence embedding, through tanh: `(512, 512)`. */
  readonly sentence?: Dense | undefined;
}
