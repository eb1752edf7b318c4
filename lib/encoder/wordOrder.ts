import { shuffledOrder } from '../permute.ts';
import { wordsAreMeaningful, wordsOf } from './words.ts';

/**
 * An order of a text's pieces in which its words are shuffled and each word stays whole.
 * Text without words is shuffled piece by piece.
 *
 * @param pieces From `tokenize`.
 * @param seed The same seed gives the same order.
 * @returns Position i takes the piece that stood at `order[i]`.
 */
export function wordOrder(pieces: readonly string[], seed: number): number[] {
  const words = wordsOf(pieces);
  if (!wordsAreMeaningful(words)) return shuffledOrder(pieces.length, seed);
  return shuffledOrder(words.length, seed).flatMap((from) => {
    const { start, end } = words[from]!;
    return Array.from({ length: end - start }, (_, piece) => start + piece);
  });
}
