import { explainOutput } from '#lib/analysis/explainOutput.ts';
import { explainWeight } from '#lib/analysis/explainWeight.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { softmax } from '#lib/attention/softmax.ts';
import { headWorkings, type HeadWorkings, type Reading } from '#lib/encoder/reading.ts';
import { integer, oneOf, optional, type State } from '../../figure/state/fields.ts';
import { labelsOf } from '../../model/labels.ts';
import { showNumber } from '../../plots/number.ts';
import type { OneRow } from '../../plots/one-row.ts';
import { cellOf, cellState, headState, pairOf } from '../../sentence/cell.ts';

/** The feature is one of those that a head carries; left open, the one of the output that is largest. */
export const state = {
  query: cellState.query,
  key: cellState.key,
  feature: optional(integer(0, { from: 0, to: 127 })),
  ...headState,
  /** One row in four steps; with the sums behind it, or with all rows. */
  show: oneOf('one', ['one', 'sums', 'all']),
};

type StagesState = State<typeof state>;

/** One head on one sentence, from its queries, keys and values to its outputs, and what the reader points at. */
export interface Stages extends HeadWorkings, Pick<StagesState, 'layer' | 'head'> {
  readonly labels: readonly string[];
  /** How many a query, a key and a value carry. */
  readonly features: number;
  /** `(n, n)`, row-major, row = query. */
  readonly scores: Float32Array;
  readonly weights: Float32Array;
  /** `(n, features)`, row-major. */
  readonly output: Float32Array;
  readonly query: number;
  readonly key: number;
  readonly feature: number;
}

export function compute({ layer, head, ...wished }: StagesState, { pieces, layers }: Reading): Stages {
  const labels = labelsOf(pieces);
  const { Q, K, V } = headWorkings(layers[layer - 1]!, head - 1);
  const { scores, output } = scaledDotProductAttention(Q, K, V, { returns: 'scores' });
  const weights = softmax(scores).data;
  const features = V.shape[1]!;
  const [query, key] = cellOf(wished, weights, labels.length, pairOf(labels, 'bank', 'money'));
  const { feature = placeOfLargest(rowOf(output.data, query, features)) } = wished;
  return {
    ...{ layer, head, Q, K, V, labels, features, weights, query, key, feature },
    scores: scores.data,
    output: output.data,
  };
}

export const rowOf = (x: Float32Array, row: number, length: number): Float32Array =>
  x.subarray(row * length, (row + 1) * length);

export const sizeOfLargest = (x: Float32Array): number =>
  x.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

const placeOfLargest = (x: Float32Array): number =>
  x.reduce((best, value, place) => (Math.abs(value) > Math.abs(x[best]!) ? place : best), 0);

/** The chosen word's row of all of it. */
export function rowOfAll({ Q, K, V, labels, features, scores, weights, output, query }: Stages): OneRow {
  const n = labels.length;
  const vectors = (x: Float32Array): Float32Array[] => labels.map((_, row) => rowOf(x, row, features));
  return {
    asking: query,
    labels,
    query: rowOf(Q.data, query, features),
    keys: vectors(K.data),
    scores: rowOf(scores, query, n),
    shares: rowOf(weights, query, n),
    values: vectors(V.data),
    output: rowOf(output, query, features),
    max: { keys: Math.max(sizeOfLargest(Q.data), sizeOfLargest(K.data)), values: sizeOfLargest(V.data) },
  };
}

export function explain({ Q, K, V, labels, weights, query, key, feature }: Stages) {
  return {
    weight: explainWeight(Q, K, query, key),
    output: explainOutput(rowOf(weights, query, labels.length), V, feature),
  };
}

export const three = (value: number): string => showNumber(value, 3);
