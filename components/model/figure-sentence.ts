import { textOf } from '#lib/encoder/words.ts';
import { labelsOf } from './labels.ts';
import type { Shown } from './shown.ts';

/** More pieces than this are too many to take apart: the figure reads the first ones, as if the text ended there. */
export const mostPieces = 24;

/** The page's sentence as figures take it that look inside the encoder: piece by piece. */
export interface FigureSentence {
  readonly sentence: string;
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  /** One label a piece; a piece that continues a word begins with a hyphen. */
  readonly labels: readonly string[];
  /** `scores[layer][head]`, `(n, n)`; missing where only the model knows them. */
  readonly scores?: Shown['scores'];
  readonly similarities?: Shown['similarities'];
  /** What the reader must be told when the figure reads less than the page does. */
  readonly notice: string;
}

export function figureSentence({ sentence, pieces, ids, scores, similarities }: Shown): FigureSentence {
  const isCut = pieces.length > mostPieces;
  const read = pieces.slice(0, mostPieces);
  const labels = labelsOf(read);
  const end = textOf(read.slice(-3));
  const notice = isCut
    ? `This figure has room for ${mostPieces} pieces. It reads your text up to “…${end}”, as if it ended there.`
    : '';
  return {
    sentence,
    pieces: read,
    ids: ids.slice(0, mostPieces),
    labels,
    ...(!isCut && { scores, similarities }),
    notice,
  };
}
