import { add } from '../add.ts';
import { zerosLike, type AnyTensor, type Arithmetic } from '../arithmetic.ts';
import { attentionBack } from '../attentionBack.ts';
import { crossEntropy, type Loss } from '../crossEntropy.ts';
import { embedding, embeddingBack } from '../embedding.ts';
import { gruSequence, gruSequenceBack, type GruRun } from '../gruSequence.ts';
import { linear, linearBack } from '../linear.ts';
import { beside, byBatch, byTime, halves, turned } from './order.ts';
import type { Translator } from './translator.ts';

/** Sentences of unequal length, filled up: the words of all at one time, then of all at the next. */
export interface Sentences {
  /** (n · batch) */
  readonly words: Int32Array;
  /** (batch), without the filling. */
  readonly lengths: readonly number[];
}

/** A source that was read: states (n · batch, d) by time, and keys (batch, 1, n, d) where they are looked for. */
export interface SourceRead {
  readonly X: AnyTensor;
  readonly runs: readonly [GruRun, GruRun];
  readonly states: AnyTensor;
  readonly byBatch: AnyTensor;
  /** (batch, d): what both readers had in the end. */
  readonly last: AnyTensor;
  readonly keys?: AnyTensor;
}

/**
 * Reads a batch of sentences from both ends; the state of a word is what both readers have there.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param source The words, and the lengths.
 */
export function readSource(math: Arithmetic, model: Translator, { words, lengths }: Sentences): SourceRead {
  const { d, sees } = model.sizes;
  const batch = lengths.length;
  const X = embedding(words, model.sourceWords);
  const first = { data: zerosLike(X.data, (batch * d) / 2), shape: [batch, d / 2] };
  const [forwards, backwards] = model.readers;
  const runs = [
    gruSequence(math, X, first, forwards, lengths),
    gruSequence(math, turned(X, lengths), first, backwards, lengths),
  ] as const;
  const states = beside(runs[0].states, turned(runs[1].states, lengths));
  const last = beside(runs[0].steps.at(-1)!.H, runs[1].steps.at(-1)!.H);
  const read = { X, runs, states, last, byBatch: byBatch(states, batch) };
  return sees === 'the last state' ? read : { ...read, keys: byBatch(linear(math, states, model.toK), batch) };
}

/** The way back through {@link readSource}: dStates (n · batch, d) by time, dLast (batch, d). */
function readSourceBack(
  math: Arithmetic,
  model: Translator,
  { words, lengths }: Sentences,
  { X, runs }: SourceRead,
  dStates: AnyTensor,
  dLast: AnyTensor,
): void {
  const [states, last] = [halves(dStates), halves(dLast)];
  const [forwards, backwards] = runs.map((run, side) => {
    const dRun = side === 0 ? states[0] : turned(states[1], lengths);
    // The last state of a sentence is the one that it has kept to the end of the batch.
    const end = last[side]!.data;
    const from = dRun.data.length - end.length;
    for (let at = 0; at < end.length; at++) dRun.data[from + at]! += end[at]!;
    const input = side === 0 ? X : turned(X, lengths);
    return gruSequenceBack(math, input, run, model.readers[side]!, dRun, lengths).dX;
  }) as [AnyTensor, AnyTensor];
  add(forwards, turned(backwards, lengths));
  embeddingBack(words, model.sourceWords, forwards);
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
    const last = read.last.data;
    const seen = zerosLike(states.data);
    for (let at = 0; at < seen.length; at += last.length) seen.set(last, at);
    return { seen: { data: seen, shape: states.shape } };
  }
  const Q = byBatch(linear(math, states, model.toQ), lengths.length);
  const { output, weights } = math.attention(Q, read.keys, read.byBatch, { lengths });
  return { seen: byTime(output), Q, weights };
}

/** tanh of the state and what was seen, side by side (rows, 2 d), mixed by `join`: (rows, d). */
export function joinSeen(
  math: Arithmetic,
  { join }: Translator,
  states: AnyTensor,
  seen: AnyTensor,
): { readonly both: AnyTensor; readonly joined: AnyTensor } {
  const both = beside(states, seen);
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
  const written = gruSequence(math, Y, read.last, model.writer);
  const looked = look(math, model, read, written.states, lengths);
  const { both, joined } = joinSeen(math, model, written.states, looked.seen);
  const loss = crossEntropy(linear(math, joined, model.readout), targets);

  // #region back
  const dJoined = linearBack(math, joined, model.readout, loss.dLogits);
  for (let at = 0; at < dJoined.data.length; at++) dJoined.data[at]! *= 1 - joined.data[at]! ** 2;
  const [dWritten, dSeen] = halves(linearBack(math, both, model.join, dJoined));
  const dRead = { data: zerosLike(read.states.data), shape: read.states.shape };
  if (looked.Q) {
    const { dQ, dK, dV } = attentionBack(looked.Q, read.keys!, read.byBatch, looked.weights!, byBatch(dSeen, batch));
    add(dWritten, linearBack(math, written.states, model.toQ, byTime(dQ)));
    add(dRead, linearBack(math, read.states, model.toK, byTime(dK)));
    add(dRead, byTime(dV));
  }
  const { dX: dY, dFirst } = gruSequenceBack(math, Y, written, model.writer, dWritten);
  embeddingBack(given, model.targetWords, dY);
  // The last state begins the writing, and where there is no attention it is seen at every word.
  const last = dFirst.data;
  if (!looked.Q) for (let at = 0; at < dSeen.data.length; at++) last[at % last.length]! += dSeen.data[at]!;
  readSourceBack(math, model, source, read, dRead, dFirst);
  // #endregion back
  return loss;
}
