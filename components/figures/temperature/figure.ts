import { model } from 'virtual:encoder';
import { largestEntropy } from '#lib/analysis/entropy.ts';
import { attentionWeights } from '#lib/attention/attentionWeights.ts';
import { saturationOf, type Saturation } from '#lib/analysis/saturation.ts';
import { softmaxSlopes } from '#lib/analysis/softmaxJacobian.ts';
import { strongestPair } from '#lib/analysis/strongestPair.ts';
import { saturationAt, weightsAt } from '#lib/analysis/temperature.ts';
import { headScores, type Reading } from '#lib/encoder/reading.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { entry, swatch, type Part } from '../../figure/phrase.ts';
import { integer, oneOf, optional, type State } from '../../figure/state/fields.ts';
import { labelsOf } from '../../model/labels.ts';
import { mostPieces } from '../../model/excerpt.ts';
import { showNumber } from '../../plots/number.ts';
import { sweep, type Sweep } from '../../plots/sweep.ts';
import { weightSlopes, type WeightSlopes } from '../../plots/weight-slopes.ts';
import { showWeight } from '../../plots/weight.ts';
import { headControls, headState, nameOfHead } from '../../sentence/cell.ts';

/** From a tenth to ten, by equal factors: Renard’s ten steps to a power of ten. */
export const temperatures = [
  0.1, 0.125, 0.16, 0.2, 0.25, 0.315, 0.4, 0.5, 0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10,
];

const state = {
  ...headState,
  T: oneOf('1', temperatures.map(String)),
  /** Counted from 1; left open, the figure takes “bank”, or else the query of the strongest pair. */
  query: optional(integer(1, { from: 1, to: mostPieces })),
};

/** One query of the model at one temperature. */
export interface Row extends Omit<State<typeof state>, 'T' | 'query'> {
  readonly labels: readonly string[];
  readonly query: number;
  readonly T: number;
  /** The query's n scaled scores, as the model has them. */
  readonly scores: Float32Array;
}

export type Chart = keyof Saturation;

export const charts: readonly { readonly id: Chart; readonly title: string }[] = [
  { id: 'entropy', title: 'Entropy of the weights' },
  { id: 'largest', title: 'Largest weight' },
  { id: 'norm', title: 'Norm of the Jacobian' },
];

export function chartOf(chart: Chart, { labels, scores, T }: Row): Sweep {
  const n = labels.length;
  const most = largestEntropy(n);
  const axes = {
    entropy: {
      domain: [0, most * 1.14],
      yTicks: [0, 1, 2, 3].filter((tick) => tick < most - 0.15),
      level: { value: most, label: `ln ${n}: all equal`, side: 'above' },
    },
    largest: {
      domain: [0, 1.06],
      yTicks: [0, 0.5, 1],
      level: { value: 1 / n, label: `1/${n}: all equal`, side: 'below' },
    },
    norm: { domain: [0, 0.58], yTicks: [0, 0.25, 0.5], level: { value: 0.5, label: 'at most ½', side: 'above' } },
  } as const;
  const theory = saturationAt(scores, temperatures).map((at) => at[chart]);
  return {
    xs: temperatures,
    xLabel: 'temperature, T',
    base: 10,
    xTicks: [0.1, 1, 10],
    chosen: T,
    chosenLabel: `T = ${T}`,
    lines: [{ look: 'strong', theory, marked: true }],
    ...axes[chart],
  };
}

/** The row at its temperature, the model's own as outlines. */
export function barsOf({ labels, scores, T }: Row): WeightSlopes {
  const [weights, own] = [weightsAt(scores, T), weightsAt(scores, 1)];
  return {
    labels,
    weights,
    slopes: softmaxSlopes(weights),
    beside: T === 1 ? undefined : { weights: own, slopes: softmaxSlopes(own) },
  };
}

export function readoutOf({ labels, query, scores, T }: Row): Part[] {
  const weights = weightsAt(scores, T);
  const { entropy, largest, norm } = saturationOf(weights);
  const own = saturationOf(weightsAt(scores, 1));
  const numbers = `; entropy ${showNumber(entropy)} of at most ${showNumber(largestEntropy(labels.length))}, the Jacobian’s norm ${showNumber(norm)}.`;
  return [
    'query ',
    ['query', labels[query]!],
    T === 1 ? ' at T = 1, as the model has it: its largest weight, ' : ` at T = ${T}: its largest weight, `,
    ['weights', showWeight(largest)],
    ', is on key ',
    ['key', labels[weights.indexOf(Math.max(...weights))]!],
    numbers,
    T === 1
      ? ''
      : ` At T = 1 they are ${showWeight(own.largest)}, ${showNumber(own.entropy)} and ${showNumber(own.norm)}.`,
  ];
}

function tableOf({ labels, query, scores, ...of }: Row): NumberTable {
  const rows = temperatures.map((T) => ({ weights: weightsAt(scores, T), ...saturationOf(weightsAt(scores, T)) }));
  const n = labels.length;
  return {
    caption: `Attention weights of query “${labels[query]!}”, ${nameOfHead(of)}, at each temperature: column = key.`,
    corner: 'T',
    rows: temperatures.map((T) => exact(T)),
    columns: [...labels, 'entropy', 'largest weight', 'Jacobian norm'],
    words: labels,
    cell: (row, column) => {
      const { weights, entropy, largest, norm } = rows[row]!;
      return column < n
        ? exact(weights[column]!, showWeight)
        : exact([entropy, largest, norm][column - n]!, showNumber);
    },
  };
}

function compute({ T, query, ...of }: State<typeof state>, reading: Reading): Row {
  const labels = labelsOf(reading.pieces);
  const n = labels.length;
  const scores = headScores(reading.layers[of.layer - 1]!, of.head - 1);
  const bank = labels.indexOf('bank');
  const first = bank >= 0 ? bank : strongestPair(attentionWeights({ data: scores, shape: [n, n] }).data, n).query;
  const asking = query === undefined ? first : query - 1;
  return { ...of, labels, query: asking, T: Number(T), scores: scores.subarray(asking * n, (asking + 1) * n) };
}

const along: Pane<typeof state, Row>['drawing']['point'] = { kind: 'drag', attribute: 'step', field: 'T' };

export default defineFigure({
  id: 'temperature',
  title: 'One query, hotter and colder',
  badge: 'computed',
  source: `from the scores of ${model.name}`,
  wide: true,
  class: 'lab',
  state,
  fit: (state, { pieces }: Reading) => ({
    ...state,
    query: state.query && state.query <= pieces.length ? state.query : undefined,
  }),
  compute,
  controls: [
    ...headControls,
    {
      kind: 'select',
      field: 'query',
      label: 'Query',
      options: ({ labels }) => labels.map((label, index) => `${index + 1} ${label}`),
      chosen: ({ query }) => query + 1,
    },
    { kind: 'slider', field: 'T', label: 'Temperature', show: ({ T }) => `T = ${T}` },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        row: {
          class: 'row whole',
          title: [['weights', 'weights'], ' = softmax(', ['scores', 'scores'], ' / T)'],
          note: ({ labels, query }) => ['of query ', ['query', labels[query]!]],
          drawing: {
            class: 'bars',
            width: 860,
            label: 'The query’s weights as bars, one a key, the slope of each below it. The numbers stand below.',
            plot: (row, surface) => weightSlopes(barsOf(row), surface),
          },
        },
        ...Object.fromEntries(
          charts.map(({ id, title }): [string, Pane<typeof state, Row>] => [
            id,
            {
              title,
              drawing: {
                class: 'chart',
                width: 326,
                label: `${title} against the temperature. The numbers stand below.`,
                plot: (row, surface) => sweep(chartOf(id, row), surface),
                point: along,
              },
            },
          ]),
        ),
      },
    },
    {
      kind: 'text',
      class: 'legend',
      text: [entry(swatch('outline'), ' the model’s own weights, at T = 1, where they differ')],
    },
  ],
  readout: readoutOf,
  tables: (row) => [tableOf(row)],
});
