import { explainOutput } from '#lib/analysis/explainOutput.ts';
import { explainWeight } from '#lib/analysis/explainWeight.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { softmax } from '#lib/attention/softmax.ts';
import { headWorkings, type HeadWorkings, type Reading } from '#lib/encoder/reading.ts';
import { phrase, type Part } from '../../figure/phrase.ts';
import { integer, optional, type State } from '../../figure/state/fields.ts';
import { labelsOf } from '../../model/labels.ts';
import { showNumber } from '../../plots/number.ts';
import { cellOf, cellState, headState, pairOf } from '../../sentence/cell.ts';

/** The feature is one of those that a head carries; left open, the one of the output that is largest. */
export const state = {
  query: cellState.query,
  key: cellState.key,
  feature: optional(integer(0, { from: 0, to: 127 })),
  ...headState,
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

export function explain({ Q, K, V, labels, weights, query, key, feature }: Stages) {
  return {
    weight: explainWeight(Q, K, query, key),
    output: explainOutput(rowOf(weights, query, labels.length), V, feature),
  };
}

export const three = (value: number): string => showNumber(value, 3);

/** The arithmetic behind one score, its weight and one feature of its output, a step a line. */
export function arithmetic(document: Document, stages: Stages): HTMLElement {
  const { labels, features } = stages;
  const { weight: w, output: o } = explain(stages);
  const query: Part = ['query', labels[stages.query]!];
  const key: Part = ['key', labels[stages.key]!];
  const list = document.createElement('ol');
  list.className = 'arithmetic';
  const step = (
    title: string,
    parts: readonly Part[],
    terms: readonly (readonly Part[])[] = [],
    after: readonly Part[] = [],
  ): void => {
    const item = document.createElement('li');
    item.append(phrase(document, title, 'strong'), phrase(document, parts));
    if (terms.length > 0) {
      const all = document.createElement('ul');
      all.append(...terms.map((term) => phrase(document, term, 'li')));
      item.append(all);
    }
    if (after.length > 0) item.append(phrase(document, after));
    list.append(item);
  };
  const more = ({ count, sum }: { count: number; sum: number }): string =>
    count === 0 ? '' : `and ${count} more that sum to ${three(sum)}; `;

  step(
    'q · k',
    ['query ', query, ' times key ', key, `, feature by feature. Of ${features} products the largest are`],
    w.largest.map(({ query, key, product }) => [
      ['query', three(query)],
      ' × ',
      ['key', three(key)],
      ` = ${three(product)}`,
    ]),
    [more(w.rest), `together ${three(w.dot)}`],
  );
  step(`÷ √${features}`, [`${three(w.dot)} × ${w.scale.toFixed(4)} = `, ['scores', three(w.score)], ', the score']);
  step('softmax', [
    `exp(${three(w.score)} − ${w.rowMax < 0 ? `(${three(w.rowMax)})` : three(w.rowMax)}) = ${three(w.power)}, the largest score of the row being ${three(w.rowMax)}. `,
    `The row’s ${labels.length} such powers sum to ${three(w.total)}, and ${three(w.power)} / ${three(w.total)} = `,
    ['weights', three(w.weight)],
    ', the weight',
  ]);
  step(
    'A · V',
    [
      `Feature ${stages.feature + 1} of output `,
      query,
      `: the ${labels.length} values there, each times its weight. The largest are`,
    ],
    o.largest.map(({ key, weight, value, product }) => [
      ['key', labels[key]!],
      ': ',
      ['weights', three(weight)],
      ' × ',
      ['value', three(value)],
      ` = ${three(product)}`,
    ]),
    [more(o.rest), 'together ', ['output', three(o.output)]],
  );
  return list;
}
