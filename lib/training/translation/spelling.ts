import { editDistance } from '../../editDistance.ts';
import { english } from './corpus.ts';

/**
 * A typed sentence as the words that a translator reads: in small letters, the full stop or the question mark at
 * its end a word of its own. Where none stands, a full stop is added.
 */
export function englishWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\S/gu) ?? [];
  return words.length === 0 || /^[.?]$/.test(words.at(-1)!) ? words : [...words, '.'];
}

/**
 * Words of the small English that are spelt like one that it does not have, the nearest first.
 *
 * @param word Any.
 * @param most How many at most.
 * @returns Those at most a third of its letters away, or one.
 */
export function nearWords(word: string, most = 3): string[] {
  // Of one letter or sign, each other one would be near.
  const reach = word.length === 1 ? 0 : Math.max(1, Math.floor(word.length / 3));
  return english
    .map((known) => ({ known, away: editDistance(word, known) }))
    .filter(({ away }) => away <= reach)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ known }) => known);
}
