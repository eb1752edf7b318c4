import { explainOutput } from '#lib/analysis/explainOutput.ts';
import { explainWeight } from '#lib/analysis/explainWeight.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { softmax } from '#lib/attention/softmax.ts';
import type { HeadWorkings } from '../../model/workings.ts';
import type { Heatmap } from '../../plots/heatmap.ts';
import { signedPaint } from '../../plots/signed.ts';
import type { Strips } from '../../plots/strips.ts';
import { showWeight } from '../../plots/weight.ts';

/** One head on one sentence, from its queries, keys and values to its outputs. */
export interface Stages extends HeadWorkings {
  readonly labels: readonly string[];
  /** `(n, n)`, row-major, row = query. */
  readonly scores: Float32Array;
  readonly weights: Float32Array;
  /** `(n, d)`, row-major. */
  readonly output: Float32Array;
}

/** What the reader points at: one query, one key, one feature of what they carry. */
export interface Choice {
  readonly query: number;
  readonly key: number;
  readonly feature: number;
}

export function stagesOf(labels: readonly string[], workings: HeadWorkings): Stages {
  const { Q, K, V } = workings;
  const { scores, output } = scaledDotProductAttention(Q, K, V, { returns: 'scores' });
  return { ...workings, labels, scores: scores.data, weights: softmax(scores).data, output: output.data };
}

export const featuresOf = ({ V }: Stages): number => V.shape[1]!;
export const rowOf = (x: Float32Array, row: number, length: number): Float32Array =>
  x.subarray(row * length, (row + 1) * length);
export const sizeOfLargest = (x: Float32Array): number =>
  x.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

/** Where an output has most to show. */
export function strongestFeature({ output, V }: Stages, query: number): number {
  const row = rowOf(output, query, V.shape[1]!);
  return row.reduce((best, value, feature) => (Math.abs(value) > Math.abs(row[best]!) ? feature : best), 0);
}

export function explain(stages: Stages, { query, key, feature }: Choice) {
  const weights = rowOf(stages.weights, query, stages.labels.length);
  return { weight: explainWeight(stages.Q, stages.K, query, key), output: explainOutput(weights, stages.V, feature) };
}

export function scoresMap({ labels, scores }: Stages): Heatmap {
  return { queries: labels, keys: labels, weights: scores, max: sizeOfLargest(scores), paint: signedPaint };
}

export function weightsMap({ labels, weights }: Stages, sums: readonly number[]): Heatmap {
  return { queries: labels, keys: labels, weights, sums, max: sizeOfLargest(weights) };
}

/** Values and outputs share one scale, so that a blend can be compared with what went into it. */
export function valueStrips(stages: Stages, query: number): Strips {
  const { labels, V, weights } = stages;
  const row = rowOf(weights, query, labels.length);
  const strips = labels.map((label, key) => ({
    label,
    values: rowOf(V.data, key, featuresOf(stages)),
    share: row[key]!,
    note: `${showWeight(row[key]!)} ×`,
  }));
  return { strips, max: sizeOfLargest(V.data), ink: 'var(--value)', rows: 'key', rowInk: 'var(--key)' };
}

export function outputStrips(stages: Stages): Strips {
  const { labels, V, output } = stages;
  const strips = labels.map((label, query) => ({ label, values: rowOf(output, query, featuresOf(stages)) }));
  return { strips, max: sizeOfLargest(V.data), ink: 'var(--ink)', rows: 'query', rowInk: 'var(--query)' };
}
