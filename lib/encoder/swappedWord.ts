import { textOf, wordsOf, type Word } from './words.ts';

/** Two texts that differ in one word: which pieces of both it takes, `start` up to but not including `end`. */
export interface Swap {
  readonly kind: 'swap';
  readonly start: number;
  readonly end: number;
  readonly words: readonly [string, string];
}

/** Why two texts are no such pair. */
export type NoSwap =
  | { readonly kind: 'same' }
  /** They have not the same number of words; from here on they differ. */
  | { readonly kind: 'lengths'; readonly counts: readonly [number, number]; readonly from: string }
  | { readonly kind: 'several'; readonly words: readonly (readonly [string, string])[] }
  /** One word, but not read in as many pieces. */
  | {
      readonly kind: 'pieces';
      readonly words: readonly [string, string];
      readonly pieces: readonly [readonly string[], readonly string[]];
    };

/**
 * Finds the one word in which two texts differ, so that their attention maps can be laid on
 * each other: row by row and column by column the same pieces, but for that word's.
 *
 * @param first Pieces, from `tokenize`.
 * @param second Likewise.
 */
export function swappedWord(first: readonly string[], second: readonly string[]): Swap | NoSwap {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const text = (pieces: readonly string[], { start, end }: Word): string => textOf(pieces.slice(start, end));
  const inA = a.map((word) => text(first, word));
  const inB = b.map((word) => text(second, word));
  const differing = inA.flatMap((word, index) => (word === inB[index] ? [] : [index]));
  if (a.length !== b.length) {
    const from = Math.min(differing[0] ?? a.length, a.length - 1);
    return { kind: 'lengths', counts: [a.length, b.length], from: inA[from] ?? '' };
  }
  const [only] = differing;
  if (only === undefined) return { kind: 'same' };
  if (differing.length > 1)
    return { kind: 'several', words: differing.map((index) => [inA[index]!, inB[index]!] as const) };
  const words = [inA[only]!, inB[only]!] as const;
  const [x, y] = [a[only]!, b[only]!];
  if (x.end - x.start !== y.end - y.start)
    return { kind: 'pieces', words, pieces: [first.slice(x.start, x.end), second.slice(y.start, y.end)] };
  return { kind: 'swap', start: x.start, end: x.end, words };
}
