import { cutEdge } from '#lib/analysis/cutEdge.ts';
import { mapDifference } from '#lib/analysis/mapDifference.ts';
import type { Pair } from '#lib/analysis/strongestPair.ts';
import { rowSums } from '#lib/analysis/rowSums.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Heatmap, Paint } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import type { PairedBars } from '../../plots/paired-bars.ts';
import { signedPaint } from '../../plots/signed.ts';
import { showWeight } from '../../plots/weight.ts';
import type { Both, Contrast, Cut } from './reading.ts';

/** Which head is shown, layer and head counted from 0. */
export interface HeadAt {
  readonly layer: number;
  readonly head: number;
}

/** What the figure shows at once. */
export interface Shown {
  readonly contrast: Contrast;
  readonly at: HeadAt;
  readonly choice: Pair;
  /** What cutting the chosen edge does; missing while none is cut. */
  readonly cut?: Cut | undefined;
}

/** Which of the three maps. */
export type Which = 'first' | 'second' | 'difference';

const three = (value: number): string => showNumber(value, 3);
const differencePaint: Paint = { ...signedPaint, show: (value) => showNumber(value).replace('0.', '.') };

export const sizeOfLargest = (numbers: ArrayLike<number>): number => Math.max(...Array.from(numbers, Math.abs));

/** Both sentences' maps of the chosen head as the model has them. */
function uncut({ contrast: { maps }, at: { layer, head } }: Shown): Both<Float32Array> {
  return [maps[0][layer]![head]!, maps[1][layer]![head]!];
}

/** The maps as they are drawn, without the edge if it is cut, and what the second gives more. No other row of this layer changes. */
export function weightsOf(shown: Shown) {
  const {
    cut,
    choice: { query, key },
    contrast: {
      merged: { length: n },
    },
  } = shown;
  const [first, second] = uncut(shown).map((map) => {
    const left = map.slice();
    if (cut) left.set(cutEdge(map.subarray(query * n, (query + 1) * n), key), query * n);
    return left;
  }) as [Float32Array, Float32Array];
  return {
    first,
    second,
    difference: mapDifference(first, second),
    max: Math.max(sizeOfLargest(first), sizeOfLargest(second)),
  };
}

/** A cut edge is crossed out. */
export function mapOf(shown: Shown, which: Which): Heatmap {
  const {
    contrast: { labels, merged },
    choice,
    cut,
  } = shown;
  const n = merged.length;
  const { max, ...weights } = weightsOf(shown);
  const allowed = cut && Array.from({ length: n * n }, (_, cell) => (cell === choice.query * n + choice.key ? 0 : 1));
  if (which === 'difference')
    return {
      queries: merged,
      keys: merged,
      weights: weights.difference,
      max: sizeOfLargest(weights.difference),
      paint: differencePaint,
      allowed,
    };
  const words = labels[which === 'first' ? 0 : 1];
  const sums = rowSums(weights[which], n);
  return { queries: words, keys: words, weights: weights[which], sums, max, allowed, beside: merged };
}

/** How far apart two directions are, from their cosine. */
const apart = (cosine: number): number => 1 - cosine;

/** How far apart each word comes out in the two sentences, with the edge and without. */
export function apartBars({ contrast: { merged, outcome }, choice, cut }: Shown): PairedBars {
  const rows = merged.map((label, word) => ({
    label,
    values: [apart(outcome.words[word]!), ...(cut ? [apart(cut.words[word]!)] : [])] as [number, number?],
  }));
  return { rows, names: cut ? ['as it is', 'edge cut'] : ['as it is'], max: largestOf(rows), chosen: choice.query };
}

/** How far the cut turned each word from what it was, in either sentence; without one, nothing moved. */
export function movedBars({ contrast: { merged }, choice, cut }: Shown): PairedBars {
  const rows = merged.map((label, word) => ({
    label,
    values: [0, 1].map((sentence) => (cut ? apart(cut.kept[sentence]![word]!) : 0)) as [number, number],
  }));
  // Against at least this, so that a word that barely moved looks so.
  return { rows, names: ['first', 'second'], max: Math.max(0.1, largestOf(rows)), chosen: choice.query };
}

const largestOf = (rows: PairedBars['rows']): number =>
  Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));

export function readoutOf(shown: Shown): Part[] {
  const {
    contrast: { labels, outcome },
    choice: { query, key },
    cut,
  } = shown;
  const [first, second] = uncut(shown);
  const cell = query * labels[0].length + key;
  const [mine, its] = [labels[0][query]!, labels[1][query]!];
  const both: Part[] = mine === its ? ['the two ', ['query', mine]] : [['query', mine], ' and ', ['query', its]];
  const cosine = (words: readonly number[]): Part => ['output', showNumber(words[query]!)];
  return [
    ['query', mine],
    ' attends to ',
    ['key', labels[0][key]!],
    ': ',
    ['weights', showWeight(first[cell]!)],
    '; in the second sentence ',
    ['query', its],
    ' to ',
    ['key', labels[1][key]!],
    ': ',
    ['weights', showWeight(second[cell]!)],
    '. ',
    ...(cut
      ? [
          'With this edge cut in both, ',
          ...both,
          ' come out with a cosine of ',
          cosine(cut.words),
          ' in place of ',
          cosine(outcome.words),
        ]
      : [capital(both[0]!), ...both.slice(1), ' come out with a cosine of ', cosine(outcome.words)]),
  ];
}

const capital = (part: Part): Part => (typeof part === 'string' ? part[0]!.toUpperCase() + part.slice(1) : part);

export function sentencesOf({ contrast: { outcome }, cut }: Shown): string {
  return `The two sentences as wholes: cosine ${showNumber(outcome.sentences)}${cut ? `, with the edge cut ${showNumber(cut.sentences)}` : ''}.`;
}

function edgeOf({ contrast: { merged }, choice: { query, key } }: Shown): string {
  return `${merged[query]!} → ${merged[key]!}`;
}

export function tablesOf(shown: Shown): readonly NumberTable[] {
  const {
    contrast: { merged, outcome },
    at: { layer, head },
    cut,
  } = shown;
  const n = merged.length;
  const { first, second, difference } = weightsOf(shown);
  const name = `layer ${layer + 1}, head ${head + 1}${cut ? `, ${edgeOf(shown)} cut` : ''}`;
  const table = (caption: string, weights: Float32Array, show: (value: number) => string): NumberTable => ({
    caption: `${caption}, ${name}: row = query, column = key.`,
    rows: merged,
    columns: merged,
    words: merged,
    cell: (query, key) => exact(weights[query * n + key]!, show),
  });
  const columns: Readonly<Record<string, readonly number[]>> = {
    'between the sentences': outcome.words,
    ...(cut && {
      'with the edge cut': cut.words,
      'first: before and after the cut': cut.kept[0],
      'second: before and after the cut': cut.kept[1],
    }),
  };
  return [
    table('Attention weights, first sentence', first, showWeight),
    table('Attention weights, second sentence', second, showWeight),
    table('Second − first', difference, showNumber),
    {
      caption: `Cosines of the last layer’s vectors${cut ? `; the edge cut is ${edgeOf(shown)}` : ''}.`,
      rows: merged,
      columns: Object.keys(columns),
      words: merged,
      cell: (word, column) => exact(Object.values(columns)[column]![word]!, three),
    },
  ];
}
