import { zerosLike, type AnyTensor, type Arithmetic } from '../arithmetic.ts';
import { attentionBack } from '../attentionBack.ts';
import { crossEntropy, type Loss } from '../crossEntropy.ts';
import { embedding, embeddingBack } from '../embedding.ts';
import { gruSequence, gruSequenceBack, type GruRun } from '../gruSequence.ts';
import { linear, linearBack } from '../linear.ts';
import { byBatch, byTime } from './order.ts';
import type { Translator } from './translator.ts';

/** Sentences of unequal length, filled up: the words of all at one time, then of all at the next. */
export interface Sentences {
  /** (n · batch) */
  readonly words: Int32Array;
  /** (batch), without the filling. */
  readonly lengths: readonly number[];
}

/** A source that was read: states (n · batch, d) by time, keys (batch, 1, n, d) where they are looked for. */
export interface SourceRead {
  readonly X: AnyTensor;
  readonly run: GruRun;
  readonly byBatch: AnyTensor;
  readonly keys?: AnyTensor;
}

/**
 * Reads a batch of sentences, from the first word to the last.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param source The words, and the lengths.
 */
export function readSource(math: Arithmetic, model: Translator, { words, lengths }: Sentences): SourceRead {
  const { d, sees } = model.sizes;
  const X = embedding(words, model.sourceWords);
  const run = gruSequence(
    math,
    X,
    { data: zerosLike(X.data, lengths.length * d), shape: [lengths.length, d] },
    model.reader,
    lengths,
  );
  const read = { X, run, byBatch: byBatch(run.states, lengths.length) };
  if (sees === 'the last state') return read;
  return { ...read, keys: byBatch(linear(math, run.states, model.toK), lengths.length) };
}

/** The last state of every sentence: (batch, d). A sentence that is over has kept its own. */
export function lastState({ run }: SourceRead): AnyTensor {
  return run.steps.at(-1)!.H;
}

/** What the writer sees of the source: by attention (m · batch, d) with its weights (batch, 1, m, n), or the last state again and again. */
export function look(
  math: Arithmetic,
  model: Translator,
  read: SourceRead,
  states: AnyTensor,
  lengths: readonly number[],
): { readonly seen: AnyTensor; readonly Q?: AnyTensor; readonly weights?: AnyTensor } {
  if (!read.keys) {
    const last = lastState(read).data;
    const seen = zerosLike(states.data);
    for (let at = 0; at < seen.length; at += last.length) seen.set(last, at);
    return { seen: { data: seen, shape: states.shape } };
  }
  const Q = byBatch(linear(math, states, model.toQ), lengths.length);
  const { output, weights } = math.attention(Q, read.keys, read.byBatch, { lengths });
  return { seen: byTime(output), Q, weights };
}

/** tanh of the state and what was seen, side by side (rows, 2 d), mixed by `join`: (rows, d). */
export function joinSeen(math: Arithmetic, { join }: Translator, states: AnyTensor, seen: AnyTensor) {
  const [rows, d] = states.shape as [number, number];
  const both = { data: zerosLike(states.data, rows * 2 * d), shape: [rows, 2 * d] };
  for (let i = 0; i < rows; i++) {
    both.data.set(states.data.subarray(i * d, (i + 1) * d), 2 * i * d);
    both.data.set(seen.data.subarray(i * d, (i + 1) * d), (2 * i + 1) * d);
  }
  const joined = linear(math, both, join);
  for (let at = 0; at < joined.data.length; at++) joined.data[at] = Math.tanh(joined.data[at]!);
  return { both, joined };
}

/**
 * The loss of a batch, and its slope along every parameter, added to the gradients. The writer is given the right
 * words so far, whatever it would have said (teacher forcing, Williams & Zipser 1989).
 *
 * @param math The products it is computed with.
 * @param model Its weights, with their gradients.
 * @param source The sentences to be translated.
 * @param given (m · batch), by time: a beginning, then the right words.
 * @param targets (m · batch), by time: the right words, then an end; −1 in the filling.
 */
export function learnTranslation(
  math: Arithmetic,
  model: Translator,
  source: Sentences,
  given: Int32Array,
  targets: Int32Array,
): Loss {
  const { lengths } = source;
  const batch = lengths.length;
  const read = readSource(math, model, source);
  const Y = embedding(given, model.targetWords);
  const written = gruSequence(math, Y, lastState(read), model.writer);
  const looked = look(math, model, read, written.states, lengths);
  const { both, joined } = joinSeen(math, model, written.states, looked.seen);
  const loss = crossEntropy(linear(math, joined, model.readout), targets);

  // #region back
  const dJoined = linearBack(math, joined, model.readout, loss.dLogits);
  for (let at = 0; at < dJoined.data.length; at++) dJoined.data[at]! *= 1 - joined.data[at]! ** 2;
  const [dWritten, dSeen] = halves(linearBack(math, both, model.join, dJoined));
  const dRead = { data: zerosLike(read.run.states.data), shape: read.run.states.shape };
  if (looked.Q) {
    const { dQ, dK, dV } = attentionBack(looked.Q, read.keys!, read.byBatch, looked.weights!, byBatch(dSeen, batch));
    add(dWritten, linearBack(math, written.states, model.toQ, byTime(dQ)));
    add(dRead, linearBack(math, read.run.states, model.toK, byTime(dK)));
    add(dRead, byTime(dV));
  }
  const { dX: dY, dFirst } = gruSequenceBack(math, Y, written, model.writer, dWritten);
  embeddingBack(given, model.targetWords, dY);
  // The last state begins the writing, and where there is no attention it is seen at every word.
  const last = dRead.data.subarray(dRead.data.length - dFirst.data.length);
  for (let at = 0; at < last.length; at++) last[at]! += dFirst.data[at]!;
  if (!looked.Q) for (let at = 0; at < dSeen.data.length; at++) last[at % last.length]! += dSeen.data[at]!;
  const back = gruSequenceBack(math, read.X, read.run, model.reader, dRead, lengths);
  embeddingBack(source.words, model.sourceWords, back.dX);
  // #endregion back
  return loss;
}

/** (rows, 2 d) → its left half and its right half, (rows, d) each. */
function halves({ data, shape }: AnyTensor): [AnyTensor, AnyTensor] {
  const [rows, width] = shape as [number, number];
  const d = width / 2;
  const half = (side: number): AnyTensor => {
    const part = zerosLike(data, rows * d);
    for (let i = 0; i < rows; i++) part.set(data.subarray((2 * i + side) * d, (2 * i + side + 1) * d), i * d);
    return { data: part, shape: [rows, d] };
  };
  return [half(0), half(1)];
}

function add({ data }: AnyTensor, more: AnyTensor): void {
  for (let at = 0; at < data.length; at++) data[at]! += more.data[at]!;
}
