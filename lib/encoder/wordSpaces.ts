import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { wordSpace } from './neighbours.ts';
import type { WordSpace } from './neighbours.ts';
import type { EncoderWeights } from './weights.ts';
import type { WholeWord } from './wholeWords.ts';

/** The same words twice: as they go into the encoder, and as they come out when they have no company. */
export interface WordSpaces {
  /** By their token vectors. */
  readonly tokens: WordSpace;
  /** By what leaves the last layer, each word a text of its own. */
  readonly outputs: WordSpace;
}

/**
 * Lays words out by what goes into the encoder and by what comes out of it.
 *
 * @param words From `wholeWords`.
 * @param vectors `(words, 512)`, from `encodeAlone`.
 * @param weights Where the token vectors stand.
 * @throws RangeError when words and vectors differ in number, or there are none.
 */
export function wordSpaces(words: readonly WholeWord[], vectors: Tensor, { embedding }: EncoderWeights): WordSpaces {
  const names = words.map(({ word }) => word);
  const rows = new Float32Array(words.length * embedding.width);
  for (const [i, { id }] of words.entries()) rows.set(embedding.row(id), i * embedding.width);
  return {
    tokens: wordSpace(names, tensor(rows, [words.length, embedding.width])),
    outputs: wordSpace(names, vectors),
  };
}

/**
 * A word with a small first letter and with a capital. To the encoder these are two words, and
 * always near each other, which says nothing.
 */
export function spellings(word: string): string[] {
  const rest = word.slice(1);
  return [word[0]!.toLowerCase() + rest, word[0]!.toUpperCase() + rest];
}
