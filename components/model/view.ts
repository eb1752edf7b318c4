import { rowSums } from '#lib/analysis/rowSums.ts';
import { mergePieces, wordsAreMeaningful, wordsOf } from '#lib/encoder/words.ts';

export type Unit = 'words' | 'pieces';

/** An attention map as the figure shows it. */
export interface View {
  /** What was wished for, or pieces where the text has no words to show. */
  readonly unit: Unit;
  readonly labels: readonly string[];
  readonly weights: Float32Array;
  readonly sums: readonly number[];
}

/** Whether the text has words to show at all. */
export function hasWords(pieces: readonly string[]): boolean {
  return wordsAreMeaningful(wordsOf(pieces));
}

/**
 * The map of one head, by pieces as the model reads them or merged into words.
 *
 * @param map `(n, n)` over pieces, row-major.
 */
export function viewOf(pieces: readonly string[], map: Float32Array, wish: Unit): View {
  const words = wordsOf(pieces);
  // One word alone is a map of one cell either way, unless the model cut it into pieces.
  const unit = wish === 'words' && (wordsAreMeaningful(words) || pieces.length === 1) ? 'words' : 'pieces';
  const labels = unit === 'words' ? words.map(({ text }) => text) : pieces;
  const weights = unit === 'words' ? mergePieces(map, words) : map;
  return { unit, labels, weights, sums: rowSums(weights, labels.length) };
}
