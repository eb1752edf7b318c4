import type { Reading, Tokens } from '#lib/encoder/index.ts';
import { textOf } from '#lib/encoder/words.ts';
import { say } from '../say.ts';

/** More pieces than this are too many to take apart: figures that look inside read the first ones, as if the text ended there. */
export const mostPieces = 24;

/** What such a figure reads of a text in place of the whole; nothing where there is room for all of it. */
export function excerptOf({ pieces, ids }: Reading): Tokens | undefined {
  return pieces.length > mostPieces
    ? { pieces: pieces.slice(0, mostPieces), ids: ids.slice(0, mostPieces) }
    : undefined;
}

/** What the reader must be told when a figure reads less than the page does. */
export function noticeOf(excerpt: Tokens | undefined): string {
  return excerpt ? say('noRoom', { most: mostPieces, end: textOf(excerpt.pieces.slice(-3)) }) : '';
}
