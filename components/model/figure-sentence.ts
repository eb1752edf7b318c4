import type { Reading } from '#lib/encoder/reading.ts';
import { excerptOf, noticeOf } from './excerpt.ts';
import { labelsOf } from './labels.ts';

export { mostPieces } from './excerpt.ts';

/** The page's sentence as figures take it that look inside the encoder: piece by piece. */
export interface FigureSentence {
  readonly sentence: string;
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  /** One label a piece; a piece that continues a word begins with a hyphen. */
  readonly labels: readonly string[];
  /** `scores[layer][head]`, `(n, n)`; missing where only the model knows them. */
  readonly scores?: readonly (readonly Float32Array[])[] | undefined;
  readonly similarities?: readonly Float32Array[] | undefined;
  /** What the reader must be told when the figure reads less than the page does. */
  readonly notice: string;
}

export function figureSentence(reading: Reading): FigureSentence {
  const excerpt = excerptOf(reading);
  const { pieces, ids } = excerpt ?? reading;
  const known = !excerpt && reading.layers.every(({ scores }) => scores);
  return {
    sentence: reading.text,
    pieces,
    ids,
    labels: labelsOf(pieces),
    ...(known && {
      scores: reading.layers.map(({ scores }) => scores!),
      similarities: reading.layers.map(({ similarity }) => similarity!),
    }),
    notice: noticeOf(excerpt),
  };
}
