import { seededNormal } from '../random.ts';
import { add } from './add.ts';
import type { AnyTensor, Arithmetic, Numbers, Sight } from './arithmetic.ts';
import { crossEntropy, type Loss } from './crossEntropy.ts';
import { embedding, embeddingBack } from './embedding.ts';
import { feedForward, feedForwardBack, type Fed, type FeedForward } from './feedForward.ts';
import { layerNorm, layerNormBack, type Norm, type Normed } from './layerNorm.ts';
import { linear, linearBack, type Linear } from './linear.ts';
import { multiHead, multiHeadBack, type Attended, type MultiHead } from './multiHead.ts';
import { parameters, type Parameter, type Parameters, type Start } from './parameters.ts';

/** How large a transformer is, and what a position may look at. */
export interface TransformerSizes {
  readonly vocabulary: number;
  /** Positions of a sequence; every sequence has as many. */
  readonly length: number;
  /** Features of a position. */
  readonly d: number;
  readonly heads: number;
  readonly layers: number;
  /** Features between the two halves of a feed-forward layer; with none it adds its last bias and nothing else. */
  readonly hidden: number;
  readonly causal: boolean;
  /** How many positions to either side are seen; default all. */
  readonly window?: number | undefined;
  /** Which of its projections are one and the same, matrix and bias: queries and keys, or values too; default none. */
  readonly tied?: Tied | undefined;
}

/** Projections that share one matrix and one bias. */
export type Tied = 'Q = K' | 'Q = K = V';

/** A transformer's parameters, and the layers that they make up. */
export interface Transformer {
  readonly sizes: TransformerSizes;
  readonly parameters: Parameters;
  readonly tokens: Parameter;
  readonly positions: Parameter;
  readonly blocks: readonly Block[];
  readonly last: Norm;
  readonly readout: Linear;
}

/** Attention and a feed-forward layer, each behind its own normalisation and added to what went in. */
export interface Block {
  readonly before: Norm;
  readonly attention: MultiHead;
  readonly between: Norm;
  readonly forward: FeedForward;
}

/** Logits (batch · length, vocabulary), and what the way back needs; `attended` holds each layer's weights. */
export interface Read {
  readonly logits: AnyTensor;
  readonly normed: Normed;
  readonly attended: readonly Attended[];
  readonly passed: readonly { readonly before: Normed; readonly between: Normed; readonly fed: Fed }[];
}

/**
 * A transformer whose weights are drawn from a seed: matrices with a variance of one over their
 * inputs, gains of 1, biases of 0.
 *
 * @param sizes How large it is.
 * @param seed Any whole number; the same one gives the same weights.
 * @param room An empty array of the precision that it computes in; default float32.
 * @see Vaswani et al. 2017, section 3; Xiong et al. 2020, for normalisation before each part.
 */
export function transformer(sizes: TransformerSizes, seed: number, room?: Numbers): Transformer {
  const { vocabulary, length, d, heads, layers, hidden, tied } = sizes;
  const [toK, toV] = [tied ? 'toQ' : 'toK', tied === 'Q = K = V' ? 'toQ' : 'toV'];
  const starts: Record<string, Start> = {
    tokens: { shape: [vocabulary, d], spread: 0.5 },
    positions: { shape: [length, d], spread: 0.5 },
  };
  const matrix = (name: string, from: number, to: number): void => {
    starts[`${name}.W`] = { shape: [from, to], spread: 1 / Math.sqrt(from) };
    starts[`${name}.b`] = { shape: [to] };
  };
  const norm = (name: string): void => {
    starts[`${name}.gain`] = { shape: [d], mean: 1 };
    starts[`${name}.bias`] = { shape: [d] };
  };
  for (let l = 0; l < layers; l++) {
    norm(`${l}.before`);
    for (const name of new Set(['toQ', toK, toV, 'toO'])) matrix(`${l}.${name}`, d, d);
    norm(`${l}.between`);
    matrix(`${l}.first`, d, hidden);
    matrix(`${l}.second`, hidden, d);
  }
  norm('last');
  matrix('readout', d, vocabulary);
  const drawn = parameters(starts, seededNormal(seed), room);

  const linearOf = (name: string): Linear => ({ W: drawn.of[`${name}.W`]!, b: drawn.of[`${name}.b`]! });
  const normOf = (name: string): Norm => ({ gain: drawn.of[`${name}.gain`]!, bias: drawn.of[`${name}.bias`]! });
  const blocks = Array.from({ length: layers }, (_, l) => ({
    before: normOf(`${l}.before`),
    attention: {
      heads,
      toQ: linearOf(`${l}.toQ`),
      toK: linearOf(`${l}.${toK}`),
      toV: linearOf(`${l}.${toV}`),
      toO: linearOf(`${l}.toO`),
    },
    between: normOf(`${l}.between`),
    forward: { first: linearOf(`${l}.first`), second: linearOf(`${l}.second`) },
  }));
  return {
    sizes,
    parameters: drawn,
    tokens: drawn.of['tokens']!,
    positions: drawn.of['positions']!,
    blocks,
    last: normOf('last'),
    readout: linearOf('readout'),
  };
}

/**
 * What a transformer makes of a batch.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param tokens (batch · length), one sequence after another.
 */
export function read(math: Arithmetic, model: Transformer, tokens: ArrayLike<number>): Read {
  const { length, causal, window } = model.sizes;
  const batch = tokens.length / length;
  const sight: Sight = { causal, window };
  const X = embedding(tokens, model.tokens);
  add(X, embedding(places(tokens.length, length), model.positions));
  const [attended, passed]: [Attended[], Read['passed'][number][]] = [[], []];
  // #region block
  for (const block of model.blocks) {
    const before = layerNorm(X, block.before);
    const looked = multiHead(math, before.Y, before.Y, block.attention, batch, sight);
    add(X, looked.Y);
    const between = layerNorm(X, block.between);
    const fed = feedForward(math, between.Y, block.forward);
    add(X, fed.Y);
    attended.push(looked);
    passed.push({ before, between, fed });
  }
  // #endregion block
  const normed = layerNorm(X, model.last);
  return { logits: linear(math, normed.Y, model.readout), normed, attended, passed };
}

/**
 * The loss of a batch, and its slope along every parameter, added to the gradients.
 *
 * @param math The products it is computed with.
 * @param model Its weights, with their gradients.
 * @param tokens (batch · length) @param targets (batch · length); −1 where nothing is asked.
 */
export function learn(
  math: Arithmetic,
  model: Transformer,
  tokens: ArrayLike<number>,
  targets: ArrayLike<number>,
): Loss & { readonly attended: readonly Attended[] } {
  const { logits, normed, attended, passed } = read(math, model, tokens);
  const loss = crossEntropy(logits, targets);
  const dX = layerNormBack(normed, model.last, linearBack(math, normed.Y, model.readout, loss.dLogits));
  // #region block-back
  for (const [l, block] of [...model.blocks.entries()].reverse()) {
    const { before, between, fed } = passed[l]!;
    const dBetween = feedForwardBack(math, between.Y, fed, block.forward, dX);
    add(dX, layerNormBack(between, block.between, dBetween));
    const looked = multiHeadBack(math, before.Y, before.Y, attended[l]!, block.attention, dX);
    add(looked.dX, looked.dContext);
    add(dX, layerNormBack(before, block.before, looked.dX));
  }
  // #endregion block-back
  embeddingBack(tokens, model.tokens, dX);
  embeddingBack(places(tokens.length, model.sizes.length), model.positions, dX);
  return { ...loss, attended };
}

/** The place of each token in its own sequence. */
function places(count: number, length: number): Int32Array {
  return new Int32Array(count).map((_, at) => at % length);
}
