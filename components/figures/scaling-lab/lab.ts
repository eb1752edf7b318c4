import { largestEntropy } from '#lib/analysis/entropy.ts';
import { normalSaturation } from '#lib/analysis/normalSaturation.ts';
import type { Saturation } from '#lib/analysis/saturation.ts';
import {
  randomScores,
  type MeasuredScores,
  type SaturationSweep as Asked,
  type RawAndScaled,
} from '#lib/analysis/saturationSweep.ts';
import { softmaxRow } from '#lib/attention/softmax.ts';
import { softmaxSlopes } from '#lib/analysis/softmaxJacobian.ts';
import { seededNormal } from '#lib/random.ts';
import type { Part } from '../../figure/phrase.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import { showNumber } from '../../plots/number.ts';
import { showWhole } from '../../plots/quantity.ts';
import type { Sweep } from '../../plots/sweep.ts';
import type { WeightSlopes } from '../../plots/weight-slopes.ts';
import { sizes } from './state.ts';

export const keys = 16;
const queries = 64;

export interface Choice {
  readonly d: number;
  readonly scaled: boolean;
  readonly seed: number;
}

/** What to measure for a seed. */
export function asked(seed: number): Asked {
  return { sizes, queries, keys, seed };
}

/** Draws of its own, and many of them: what the measured dots are held against. */
const expected: readonly Saturation[] = normalSaturation(sizes, keys, 2000, 1);

export type Chart = keyof MeasuredScores;

const bounds = {
  variance: { domain: [0.4, 8192], yTicks: [1, 16, 256, 4096], log: true, height: 250, level: undefined },
  entropy: {
    domain: [0, 3.1],
    yTicks: [0, 1, 2],
    level: { value: largestEntropy(keys), label: `ln ${keys}: all weights equal`, side: 'above' },
  },
  largest: {
    domain: [0, 1.06],
    yTicks: [0, 0.5, 1],
    level: { value: 1 / keys, label: `1/${keys}: all equal`, side: 'above' },
  },
  norm: {
    domain: [0, 0.54],
    yTicks: [0, 0.25, 0.5],
    level: { value: 0.5, label: 'the most there is: ½', side: 'below' },
  },
} as const;

/** Where a line's name stands clear of both lines. */
const names: Record<
  Chart,
  Readonly<Record<keyof RawAndScaled<unknown>, readonly [at: number, side: 'above' | 'below']>>
> = {
  variance: { raw: [6, 'above'], scaled: [10, 'above'] },
  entropy: { raw: [11, 'above'], scaled: [10, 'below'] },
  largest: { raw: [10, 'below'], scaled: [10, 'above'] },
  norm: { raw: [10, 'above'], scaled: [10, 'above'] },
};

function theoryOf(chart: Chart, way: keyof RawAndScaled<unknown>): readonly number[] {
  if (chart === 'variance') return sizes.map((d) => (way === 'raw' ? d : 1));
  return sizes.map((_, at) => expected[way === 'raw' ? at : 0]![chart]);
}

export function chartOf(chart: Chart, measured: readonly RawAndScaled<MeasuredScores>[], { d, scaled }: Choice): Sweep {
  const { level, ...axes } = bounds[chart];
  return {
    xs: sizes,
    xLabel: 'components, d',
    base: 2,
    xTicks: [1, 16, 256, 4096],
    chosen: d,
    chosenLabel: `d = ${showWhole(d)}`,
    ...axes,
    lines: (['raw', 'scaled'] as const).map((way) => ({
      look: (way === 'scaled') === scaled ? 'strong' : 'faint',
      theory: theoryOf(chart, way),
      measured: measured.map((at) => at[way][chart]),
      label: { text: way === 'raw' ? 'q·k' : 'q·k / √d', at: names[chart][way][0], side: names[chart][way][1] },
    })),
    ...(level && { level }),
  };
}

/** The first query of the seed, its scores as they are and divided. */
export function rowOf({ d, scaled, seed }: Choice): WeightSlopes {
  const scores = randomScores(seededNormal(seed), keys, sizes)[sizes.indexOf(d)]!;
  const [raw, divided] = [scores.raw, scores.scaled].map((row) => {
    const weights = softmaxRow(row);
    return { weights, slopes: softmaxSlopes(weights) };
  });
  const labels = Array.from({ length: keys }, (_, key) => String(key + 1));
  return { labels, ...(scaled ? divided! : raw!), beside: scaled ? raw : divided };
}

const variance = (value: number): string => (value < 10 ? showNumber(value) : showWhole(Math.round(value)));

/** What the chosen d does, measured, and the other way beside it. */
export function readoutOf(measured: readonly RawAndScaled<MeasuredScores>[], { d, scaled }: Choice): Part[] {
  const { raw, scaled: divided } = measured[sizes.indexOf(d)]!;
  const [chosen, other] = scaled ? [divided, raw] : [raw, divided];
  const name = (way: boolean): string => (way ? `Divided by √${d}` : 'Not divided');
  return [
    `${name(scaled)}, the `,
    ['scores', 'scores'],
    ` have variance ${variance(chosen.variance)} (theory ${scaled ? 1 : showWhole(d)}): the largest of ${keys} `,
    ['weights', 'weights'],
    ` is ${showNumber(chosen.largest)} on average, the entropy ${showNumber(chosen.entropy)} of at most ${showNumber(largestEntropy(keys))}, the Jacobian’s norm ${showNumber(chosen.norm)}. `,
    `${name(!scaled)}: variance ${variance(other.variance)}, ${showNumber(other.largest)}, ${showNumber(other.entropy)} and ${showNumber(other.norm)}.`,
  ];
}

export function rowTitle({ d, scaled }: Choice): string {
  return `${scaled ? `divided by √${showWhole(d)}` : 'not divided'}, d = ${showWhole(d)}`;
}

const charts = ['variance', 'entropy', 'largest', 'norm'] as const;
const heads = { variance: 'variance', entropy: 'entropy', largest: 'largest weight', norm: 'Jacobian norm' };

export function tableOf(measured: readonly RawAndScaled<MeasuredScores>[], seed: number): NumberTable {
  const columns = (['raw', 'scaled'] as const).flatMap((way) => charts.map((chart) => ({ way, chart })));
  return {
    caption: `Means over ${queries} queries, ${keys} keys each, seed ${seed}; in brackets, theory: d or 1 for the variance, for the rest independent normal scores of that variance.`,
    rows: sizes.map((d) => `d = ${showWhole(d)}`),
    columns: columns.map(({ way, chart }) => `${heads[chart]}${way === 'scaled' ? ', ÷ √d' : ''}`),
    cell: (row, column) => {
      const { way, chart } = columns[column]!;
      const show = chart === 'variance' ? variance : (value: number): string => showNumber(value, 3);
      return `${show(measured[row]![way][chart])} (${show(theoryOf(chart, way)[row]!)})`;
    },
  };
}
