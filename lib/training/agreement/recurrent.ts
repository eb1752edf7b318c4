import { seededNormal } from '../../random.ts';
import { zerosLike, type AnyTensor, type Arithmetic, type Numbers } from '../arithmetic.ts';
import { crossEntropy, type Loss } from '../crossEntropy.ts';
import { embedding, embeddingBack } from '../embedding.ts';
import type { Gru } from '../gru.ts';
import { gruSequence, gruSequenceBack } from '../gruSequence.ts';
import { linear, linearBack, type Linear } from '../linear.ts';
import { parameters, type Parameter, type Parameters, type Start } from '../parameters.ts';

export interface RecurrentSizes {
  readonly vocabulary: number;
  readonly length: number;
  readonly d: number;
}

/** A gated recurrent network that reads a sentence and keeps one vector of it. */
export interface Recurrent {
  readonly sizes: RecurrentSizes;
  readonly parameters: Parameters;
  readonly tokens: Parameter;
  readonly cell: Gru;
  readonly readout: Linear;
}

/**
 * @param sizes How large it is.
 * @param seed Any whole number; the same one gives the same weights.
 * @param room An empty array of the precision that it computes in; default float32.
 * @see Cho et al. 2014, eqs. 5–8.
 */
export function recurrent(sizes: RecurrentSizes, seed: number, room?: Numbers): Recurrent {
  const { vocabulary, d } = sizes;
  const starts: Record<string, Start> = { tokens: { shape: [vocabulary, d], spread: 0.5 } };
  for (const gate of ['Z', 'R', 'C']) {
    starts[`x${gate}.W`] = { shape: [d, d], spread: 1 / Math.sqrt(d) };
    starts[`x${gate}.b`] = { shape: [d] };
    starts[`h${gate}.W`] = { shape: [d, d], spread: 1 / Math.sqrt(d) };
  }
  starts['readout.W'] = { shape: [d, vocabulary], spread: 1 / Math.sqrt(d) };
  starts['readout.b'] = { shape: [vocabulary] };
  const drawn = parameters(starts, seededNormal(seed), room);
  const x = (gate: string): Linear => ({ W: drawn.of[`x${gate}.W`]!, b: drawn.of[`x${gate}.b`]! });
  const h = (gate: string): Linear => ({ W: drawn.of[`h${gate}.W`]! });
  return {
    sizes,
    parameters: drawn,
    tokens: drawn.of['tokens']!,
    cell: { xZ: x('Z'), hZ: h('Z'), xR: x('R'), hR: h('R'), xC: x('C'), hC: h('C') },
    readout: { W: drawn.of['readout.W']!, b: drawn.of['readout.b']! },
  };
}

/** All sequences at one time, then all at the next: where each token of a batch of sequences goes. */
function byTime(values: ArrayLike<number>, length: number): Int32Array {
  const batch = values.length / length;
  return Int32Array.from({ length: values.length }, (_, at) => values[(at % batch) * length + Math.floor(at / batch)]!);
}

/**
 * What a recurrent network says at each place of a batch, all sequences at one time, then all at the next.
 *
 * @param math The products it is computed with.
 * @param tokens (batch · length), one sequence after another.
 * @returns (length · batch, vocabulary)
 */
export function readRecurrent(math: Arithmetic, model: Recurrent, tokens: ArrayLike<number>): AnyTensor {
  return through(math, model, tokens).logits;
}

function through(math: Arithmetic, model: Recurrent, tokens: ArrayLike<number>) {
  const { length, d } = model.sizes;
  const batch = tokens.length / length;
  const given = byTime(tokens, length);
  const X = embedding(given, model.tokens);
  const first = { data: zerosLike(X.data, batch * d), shape: [batch, d] };
  const run = gruSequence(math, X, first, model.cell);
  return { given, X, run, logits: linear(math, run.states, model.readout) };
}

/**
 * The loss of a batch, and its slope along every parameter, added to the gradients.
 *
 * @param tokens (batch · length) @param targets (batch · length); −1 where nothing is asked.
 */
export function learnRecurrent(
  math: Arithmetic,
  model: Recurrent,
  tokens: ArrayLike<number>,
  targets: ArrayLike<number>,
): Loss {
  const { given, X, run, logits } = through(math, model, tokens);
  const loss = crossEntropy(logits, byTime(targets, model.sizes.length));
  const dStates = linearBack(math, run.states, model.readout, loss.dLogits);
  embeddingBack(given, model.tokens, gruSequenceBack(math, X, run, model.cell, dStates).dX);
  return loss;
}
