import { attentionWeights } from '#lib/attention/attentionWeights.ts';
import { causalMask, paddingMask, windowMask, type BooleanMask } from '#lib/attention/masks.ts';
import { rowSums } from '#lib/analysis/rowSums.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Heatmap, Paint } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';

export type Kind = 'none' | 'causal' | 'padding' | 'window';

/** A mask, and its one number: tokens of padding, or positions the window reaches to either side. */
export interface MaskChoice {
  readonly kind: Kind;
  readonly padding: number;
  readonly radius: number;
}

/** One head under one mask. */
export interface Masked {
  readonly mask: MaskChoice;
  readonly labels: readonly string[];
  /** 1 where the query may attend to the key, `(n, n)`. */
  readonly allowed: Uint8Array;
  readonly weights: Float32Array;
  readonly sums: readonly number[];
  /** The weights without a mask. */
  readonly open: Float32Array;
}

function maskOf({ kind, padding, radius }: MaskChoice, n: number): BooleanMask {
  if (kind === 'causal') return causalMask(n);
  if (kind === 'padding') return paddingMask([n - padding], n);
  return windowMask(n, n, kind === 'window' ? [radius, radius] : [-1, -1]);
}

/** @param scores `(n, n)`, scaled, of one head. */
export function maskedBy(mask: MaskChoice, words: readonly string[], scores: Float32Array): Masked {
  const n = words.length;
  const rule = maskOf(mask, n);
  const all = { data: scores, shape: [1, 1, n, n] };
  const weights = attentionWeights(all, rule).data;
  // A mask of one row serves every query.
  const allowed = Uint8Array.from(scores, (_, cell) => rule.data[cell % rule.data.length]!);
  const firstPad = mask.kind === 'padding' ? n - mask.padding : n;
  const labels = words.map((word, index) => (index < firstPad ? word : `(${word})`));
  return { mask, labels, allowed, weights, sums: rowSums(weights, n), open: attentionWeights(all).data };
}

/** Why a query may not attend to a key. */
function reason({ mask: { kind, radius } }: Masked, query: number, key: number): string {
  if (kind === 'causal') return 'it comes later';
  if (kind === 'padding') return 'it is padding';
  const words = Math.abs(query - key);
  return `it is ${words} places away, and the window reaches ${radius}`;
}

export function readoutOf(masked: Masked, query: number, key: number): Part[] {
  const { labels, allowed, weights, open, mask } = masked;
  const cell = query * labels.length + key;
  const pair = (verb: string): Part[] => ['query ', ['query', labels[query]!], verb, ['key', labels[key]!], ': '];
  if (!allowed[cell])
    return [
      ...pair(' may not attend to key '),
      reason(masked, query, key),
      '. Its weight is exactly ',
      ['weights', '0'],
      `; without the mask ${showWeight(open[cell]!)}`,
    ];
  const without = mask.kind === 'none' ? '' : `; without the mask ${showWeight(open[cell]!)}`;
  return [...pair(' attends to key '), ['weights', showWeight(weights[cell]!)], without];
}

const maskPaint: Paint = { colour: () => 'var(--signed-zero)', ink: () => 'var(--ink)', show: () => '0' };

export function patternMap({ labels, allowed }: Masked): Heatmap {
  return { queries: labels, keys: labels, weights: allowed, max: 1, allowed, paint: maskPaint };
}

export function weightsMap({ labels, weights, sums, allowed }: Masked): Heatmap {
  return { queries: labels, keys: labels, weights, sums, max: largestOf(weights), allowed };
}

export const largestOf = (weights: Float32Array): number =>
  weights.reduce((largest, weight) => Math.max(largest, weight), 0);

/** The masked map's numbers, for a table. */
export function cellsOf({ labels, allowed, weights, sums }: Masked, name: string) {
  const n = labels.length;
  return {
    caption: `Attention weights under the mask, ${name}: row = query, column = key; × = masked, exactly 0.`,
    rows: labels,
    columns: [...labels, 'sum'],
    cell: (query: number, key: number): string => {
      if (key === n) return sums[query]!.toFixed(2);
      return allowed[query * n + key] ? showWeight(weights[query * n + key]!) : '× 0';
    },
  };
}
