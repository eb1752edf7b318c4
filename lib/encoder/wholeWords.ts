import { wordMark } from './tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface WholeWord {
  readonly word: string;
  readonly id: number;
}

/** Shorter pieces are mostly the openings of longer words. */
const word = new RegExp(`^${wordMark}[A-Za-z]{3,}$`);

/**
 * The words that the model reads as one piece: pieces that open a word and are three
 * letters or longer, without accents. Capitals make a word of their own.
 *
 * @param vocabulary The pieces that the model knows.
 * @returns In the order of their ids.
 */
export function wholeWords({ pieces, ids }: Vocabulary): WholeWord[] {
  return pieces.flatMap((piece, id) =>
    word.test(piece) && ids.get(piece) === id ? [{ word: piece.slice(wordMark.length), id }] : [],
  );
}
