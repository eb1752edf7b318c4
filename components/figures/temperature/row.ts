import { largestEntropy } from '#lib/analysis/entropy.ts';
import { saturationOf, type Saturation } from '#lib/analysis/saturation.ts';
import { softmaxSlopes } from '#lib/analysis/softmaxJacobian.ts';
import { saturationAt, weightsAt } from '#lib/analysis/temperature.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { showNumber } from '../../plots/number.ts';
import type { Sweep } from '../../plots/sweep.ts';
import type { WeightSlopes } from '../../plots/weight-slopes.ts';
import { showWeight } from '../../plots/weight.ts';
import { temperatures } from './state.ts';

/** One query of the model at one temperature. */
export interface Row {
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

export function tableOf({ labels, query, scores }: Row, place: string): NumberTable {
  const rows = temperatures.map((T) => ({ weights: weightsAt(scores, T), ...saturationOf(weightsAt(scores, T)) }));
  const n = labels.length;
  return {
    caption: `Attention weights of query “${labels[query]!}”, ${place}, at each temperature: column = key.`,
    rows: temperatures.map((T) => `T = ${T}`),
    columns: [...labels, 'entropy', 'largest weight', 'Jacobian norm'],
    cell: (row, column) => {
      const { weights, entropy, largest, norm } = rows[row]!;
      return column < n ? showWeight(weights[column]!) : showNumber([entropy, largest, norm][column - n]!);
    },
  };
}
