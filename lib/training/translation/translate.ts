import type { AnyTensor, Arithmetic } from '../arithmetic.ts';
import { embedding } from '../embedding.ts';
import { gruStep } from '../gru.ts';
import { linear } from '../linear.ts';
import { begin, encodeEnglish, end, french } from './corpus.ts';
import { joinSeen, look, readSource } from './learn.ts';
import type { Translator } from './translator.ts';

/** What a translator wrote, and where it looked: (words, source words) weights, none where it sees the last state alone. */
export interface Translated {
  readonly words: readonly string[];
  readonly weights: readonly Float32Array[];
}

/**
 * Translates word by word, each time writing the likeliest, until it writes the end.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param sentence English words of the small vocabulary.
 * @param longest How many words it may write; default twice as many as it reads, and four.
 * @throws RangeError for a word that the model does not know.
 */
export function translate(
  math: Arithmetic,
  model: Translator,
  sentence: readonly string[],
  longest = 2 * sentence.length + 4,
): Translated {
  const lengths = [sentence.length];
  const read = readSource(math, model, { words: Int32Array.from(encodeEnglish(sentence)), lengths });
  let [state, word] = [read.last, begin];
  const [words, weights]: [string[], Float32Array[]] = [[], []];
  while (words.length < longest) {
    state = gruStep(math, embedding([word], model.targetWords), state, model.writer).H;
    const looked = look(math, model, read, state, lengths);
    word = largest(linear(math, joinSeen(math, model, state, looked.seen).joined, model.readout));
    if (word === end) break;
    words.push(french[word]!);
    if (looked.weights) weights.push(Float32Array.from(looked.weights.data));
  }
  return { words, weights };
}

function largest({ data }: AnyTensor): number {
  let best = 0;
  for (let at = 1; at < data.length; at++) if (data[at]! > data[best]!) best = at;
  return best;
}
