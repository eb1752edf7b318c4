import { wordMark } from '#lib/encoder/tokenizer.ts';
import type { Unit } from './view.ts';

/** Of more words or pieces than this the map names some, and the chosen row stands below. */
export const longestDrawing = 32;

/** Whether the sentence, set large, would fill the screen. */
export function longSentence(labels: readonly string[]): boolean {
  return labels.join(' ').length > 60;
}

/** Words stand apart; a piece stands apart when it opens a word. */
export function startsWord(label: string, unit: Unit): boolean {
  return unit === 'words' || label.startsWith(wordMark);
}

/** A piece as one reads it: the mark that opens a word is the space before it. */
export function withoutMark(label: string): string {
  return label.replaceAll(wordMark, ' ').trim() || '␣';
}

/** One label a piece; a piece that continues a word begins with a hyphen. */
export function labelsOf(pieces: readonly string[]): string[] {
  return pieces.map((piece, index) => {
    const continues = index > 0 && !startsWord(piece, 'pieces') && /^\p{L}/u.test(piece);
    return `${continues ? '‑' : ''}${withoutMark(piece)}`;
  });
}
