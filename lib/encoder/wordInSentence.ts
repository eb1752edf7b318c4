import { encode } from './forward.ts';
import type { EncodedLayer } from './forward.ts';
import { tokenize, wordMark } from './tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { EncoderWeights } from './weights.ts';

/** A word in a sentence, as the encoder reads it. */
export interface WordInSentence {
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  /** Which of the pieces the word is, counted from 0. */
  readonly piece: number;
  readonly layers: readonly EncodedLayer[];
  /** What leaves the last layer for the word: `(512)`. */
  readonly output: Float32Array;
}

/**
 * Reads a sentence, and finds one of its words in what comes out.
 *
 * @param word As it stands in the sentence, where the encoder reads it as one piece. The first one counts.
 * @param model The encoder, whole: with the `vectors` part.
 * @throws RangeError when the sentence does not hold the word as one piece, or the weights are not whole.
 */
export function wordInSentence(
  word: string,
  sentence: string,
  { weights, vocabulary }: { readonly weights: EncoderWeights; readonly vocabulary: Vocabulary },
): WordInSentence {
  const { pieces, ids } = tokenize(sentence, vocabulary);
  const piece = pieces.indexOf(wordMark + word);
  if (piece < 0) throw new RangeError(`“${sentence}” does not hold “${word}” as one piece: ${pieces.join(' ')}.`);
  const { layers } = encode(ids, weights);
  const vectors = layers.at(-1)?.vectors;
  if (!vectors) throw new RangeError('These weights stop at the attention maps. Open the vectors part as well.');
  const width = vectors.shape[1]!;
  return { pieces, ids, piece, layers, output: vectors.data.slice(piece * width, (piece + 1) * width) };
}
