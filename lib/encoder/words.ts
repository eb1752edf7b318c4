import { wordMark } from './tokenizer.ts';

/** A word and the pieces it is made of: from `start` up to but not including `end`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const isBlank = (text: string): boolean => text.replaceAll(wordMark, '') === '';

/** Pieces as the text they were cut from, without the space that opens it. */
export function textOf(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(wordMark, ' ').trim();
}

/**
 * Groups pieces into words: a piece that opens with ▁ starts one. Spaces that stand
 * alone join the word after them, or at the end the one before.
 *
 * @returns Words that cover all pieces in order, none empty.
 */
export function wordsOf(pieces: readonly string[]): Word[] {
  const groups: { raw: string; start: number; end: number }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const current = groups.at(-1);
    if (current && (!piece.startsWith(wordMark) || isBlank(current.raw))) {
      current.raw += piece;
      current.end = index + 1;
    } else groups.push({ raw: piece, start: index, end: index + 1 });
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last && before && isBlank(last.raw)) {
    before.end = last.end;
    groups.pop();
  }
  return groups.map(({ raw, start, end }) => ({ text: isBlank(raw) ? raw : raw.replaceAll(wordMark, ''), start, end }));
}

/**
 * Whether showing words says more than showing pieces. Text without spaces is one
 * "word" to this rule, whatever it says, and a map of one cell says nothing.
 */
export function wordsAreMeaningful(words: readonly Word[]): boolean {
  return words.length > 1;
}

/**
 * Attention between words from attention between pieces: a word's weight as a key is
 * the sum over its pieces, as a query the mean over its pieces. Rows still sum to 1.
 *
 * @param weights `(n, n)` row-major, row = query piece, column = key piece.
 * @param groups Words that cover the n pieces, from `wordsOf`.
 * @returns `(words, words)` row-major.
 * @throws RangeError when the words do not cover the pieces of the weights.
 */
export function mergePieces(weights: Float32Array, groups: readonly Word[]): Float32Array {
  const n = groups.at(-1)?.end ?? 0;
  if (weights.length !== n * n)
    throw new RangeError(`Words over ${n} pieces need ${n * n} weights, but ${weights.length} were given.`);
  const merged = new Float32Array(groups.length ** 2);
  for (const [row, query] of groups.entries())
    for (const [column, key] of groups.entries()) {
      let sum = 0;
      for (let i = query.start; i < query.end; i++)
        for (let j = key.start; j < key.end; j++) sum += weights[i * n + j]!;
      merged[row * groups.length + column] = sum / (query.end - query.start);
    }
  return merged;
}
