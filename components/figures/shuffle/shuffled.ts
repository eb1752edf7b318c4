import { unpermuteMap } from '#lib/analysis/permuteMap.ts';
import { textOf } from '#lib/encoder/words.ts';
import { largestDifference } from '#lib/largestDifference.ts';
import { permute } from '#lib/permute.ts';
import { viewOf } from '../../model/view.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';

/** One head's map of a sentence as it was written, and of the same words in another order. */
export interface Shuffled {
  readonly seed: number;
  readonly positions: boolean;
  readonly labels: readonly string[];
  /** What the model reads, as text. */
  readonly writtenText: string;
  readonly shuffledText: string;
  /** `(n, n)` over labels, both in the written order. */
  readonly written: Float32Array;
  readonly back: Float32Array;
  readonly sums: { readonly written: readonly number[]; readonly back: readonly number[] };
  /** The largest difference between the two, and the cell it is in. */
  readonly difference: { readonly size: number; readonly query: number; readonly key: number };
}

export interface ShuffleRead {
  readonly seed: number;
  readonly positions: boolean;
  readonly pieces: readonly string[];
  /** How the pieces were shuffled. */
  readonly order: readonly number[];
  /** `(n, n)` over pieces: as written, and as shuffled. */
  readonly written: Float32Array;
  readonly shuffled: Float32Array;
}

export function shuffledFrom({ seed, positions, pieces, order, written, shuffled }: ShuffleRead): Shuffled {
  const straight = viewOf(pieces, written, 'words');
  const back = viewOf(pieces, unpermuteMap(shuffled, order), 'words');
  const { size, index } = largestDifference(straight.weights, back.weights);
  const n = straight.labels.length;
  return {
    seed,
    positions,
    labels: straight.labels,
    writtenText: textOf(pieces),
    shuffledText: textOf(permute(pieces, order)),
    written: straight.weights,
    back: back.weights,
    sums: { written: straight.sums, back: back.sums },
    difference: { size, query: Math.floor(index / n), key: index % n },
  };
}

export function mapsOf({ labels, written, back, sums }: Shuffled): { written: Heatmap; back: Heatmap } {
  const max = Math.max(...written, ...back);
  const map = (weights: Float32Array, ends: readonly number[]): Heatmap => ({
    queries: labels,
    keys: labels,
    weights,
    sums: ends,
    max,
  });
  return { written: map(written, sums.written), back: map(back, sums.back) };
}

const superscript = (text: string): string =>
  text.replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!));

/** A difference with as many decimals as are meant: `0.27`, or `3.0 × 10⁻⁷` for what rounding leaves. */
export function showDifference(size: number): string {
  if (size >= 0.005) return size.toFixed(2);
  const [digits, exponent] = size.toExponential(1).split('e') as [string, string];
  return `${digits} × 10${superscript(exponent)}`;
}

/** What float32 rounds away lies below this. */
const rounding = 1e-5;

export function differenceOf({ labels, difference: { size, query, key } }: Shuffled): Part[] {
  const said: Part[] = ['Largest difference between the two maps: ', ['weights', showDifference(size)]];
  if (size === 0) return [...said.slice(0, 1), ['weights', '0'], ': they are equal to the last bit'];
  if (size < rounding) return [...said, ', which is rounding'];
  return [...said, ', where query ', ['query', labels[query]!], ' meets key ', ['key', labels[key]!]];
}

export function readoutOf({ labels, written, back }: Shuffled, query: number, key: number): Part[] {
  const cell = query * labels.length + key;
  return [
    'query ',
    ['query', labels[query]!],
    ' attends to key ',
    ['key', labels[key]!],
    ': ',
    ['weights', showWeight(written[cell]!)],
    ' as written, ',
    ['weights', showWeight(back[cell]!)],
    ' shuffled',
  ];
}

/** What the badge adds. */
export function sourceOf(model: string, { seed, positions }: Shuffled): string {
  return `${model} · shuffle seed ${seed}${positions ? '' : ' · positions off, as it was never trained'}`;
}
