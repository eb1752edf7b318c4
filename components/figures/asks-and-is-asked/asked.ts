import { asymmetry, mostUnequalPair } from '#lib/analysis/asymmetry.ts';
import type { Pair } from '#lib/analysis/strongestPair.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { signedPaint } from '../../plots/signed.ts';

/** One way to compare a sentence's words with one another. */
export interface Compared {
  /** `(n, n)`, row-major, row = query. */
  readonly scores: Float32Array;
  /** 0 where the scores are symmetric. */
  readonly asymmetry: number;
}

/** A head's scores, by queries and keys, beside its layer's input compared with itself. */
export interface Asked {
  readonly labels: readonly string[];
  readonly asked: Compared;
  readonly alike: Compared;
  /** The pair whose two scores differ most. */
  readonly widest: Pair;
}

export type Side = 'asked' | 'alike';
export const sides: readonly Side[] = ['asked', 'alike'];

/** @param scores and similarities, each `(n, n)`. */
export function askedOf(labels: readonly string[], scores: Float32Array, similarities: Float32Array): Asked {
  const n = labels.length;
  const compared = (scores: Float32Array): Compared => ({ scores, asymmetry: asymmetry(scores, n) });
  return { labels, asked: compared(scores), alike: compared(similarities), widest: mostUnequalPair(scores, n) };
}

export const sizeOfLargest = (scores: Float32Array): number =>
  scores.reduce((largest, score) => Math.max(largest, Math.abs(score)), 0);

export function mapOf({ labels, ...both }: Asked, side: Side): Heatmap {
  const { scores } = both[side];
  return { queries: labels, keys: labels, weights: scores, max: sizeOfLargest(scores), paint: signedPaint };
}

/** ‖S − Sᵀ‖ / ‖S + Sᵀ‖, as the page prints it. */
export function asymmetryOf(compared: Compared): string {
  return compared.asymmetry === 0 ? '0' : showNumber(compared.asymmetry);
}

export function readoutOf({ labels, asked, alike }: Asked, { query, key }: Pair): Part[] {
  const n = labels.length;
  const score = ({ scores }: Compared, row: number, column: number): Part => [
    'scores',
    showNumber(scores[row * n + column]!),
  ];
  const [i, j] = [labels[query]!, labels[key]!];
  if (query === key)
    return [
      ['query', i],
      ' asks itself: ',
      score(asked, query, key),
      '. Compared as it is: ',
      score(alike, query, key),
    ];
  return [
    ['query', i],
    ' asks ',
    ['key', j],
    ': ',
    score(asked, query, key),
    '; ',
    ['query', j],
    ' asks ',
    ['key', i],
    ': ',
    score(asked, key, query),
    '. Compared as they are, both ways: ',
    score(alike, query, key),
  ];
}

/** Both maps' numbers, one table each. */
export function tablesOf({ labels, asked, alike }: Asked, layer: number, head: number): readonly NumberTable[] {
  const n = labels.length;
  const table = (caption: string, { scores }: Compared): NumberTable => ({
    caption: `${caption}: row = query, column = key.`,
    rows: labels,
    columns: labels,
    cell: (query, key) => showNumber(scores[query * n + key]!),
  });
  return [
    table(`Scores, layer ${layer + 1}, head ${head + 1}`, asked),
    table(`The input of layer ${layer + 1} compared with itself`, alike),
  ];
}
