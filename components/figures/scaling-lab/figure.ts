import { largestEntropy } from '#lib/analysis/entropy.ts';
import type { RawAndScaled } from '#lib/analysis/saturationSweep.ts';
import { softmaxSlopes } from '#lib/analysis/softmaxJacobian.ts';
import { softmaxRow } from '#lib/attention/softmax.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { entry, swatch, type Part } from '../../figure/phrase.ts';
import { flag, integer, oneOf, type State } from '../../figure/state/fields.ts';
import { showNumber } from '../../plots/number.ts';
import { showWhole } from '../../plots/quantity.ts';
import { sweep, type Sweep } from '../../plots/sweep.ts';
import { weightSlopes, type WeightSlopes } from '../../plots/weight-slopes.ts';
import { keys, queries, drawnFrom, seeds, sizes, type Drawn } from './compute.ts';

const state = {
  d: oneOf('256', sizes.map(String)),
  scaled: flag(false),
  seed: integer(17, { from: 0, to: seeds - 1 }),
};

interface Shown extends Omit<State<typeof state>, 'd'>, Drawn {
  readonly d: number;
}

const charts = ['variance', 'entropy', 'largest', 'norm'] as const;
type Chart = (typeof charts)[number];

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

function theoryOf({ expected }: Shown, chart: Chart, way: keyof RawAndScaled<unknown>): readonly number[] {
  if (chart === 'variance') return sizes.map((d) => (way === 'raw' ? d : 1));
  return sizes.map((_, at) => expected[way === 'raw' ? at : 0]![chart]);
}

export function chartOf(chart: Chart, shown: Shown): Sweep {
  const { measured, d, scaled } = shown;
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
      theory: theoryOf(shown, chart, way),
      measured: measured.map((at) => at[way][chart]),
      label: { text: way === 'raw' ? 'q·k' : 'q·k / √d', at: names[chart][way][0], side: names[chart][way][1] },
    })),
    ...(level && { level }),
  };
}

/** The first query of the seed, its scores as they are and divided. */
export function rowOf({ d, scaled, scores }: Shown): WeightSlopes {
  const row = scores[sizes.indexOf(d)]!;
  const barsOf = (way: keyof RawAndScaled<unknown>) => {
    const weights = softmaxRow(row[way]);
    return { weights, slopes: softmaxSlopes(weights) };
  };
  const labels = Array.from({ length: keys }, (_, key) => String(key + 1));
  return { labels, ...barsOf(scaled ? 'scaled' : 'raw'), beside: barsOf(scaled ? 'raw' : 'scaled') };
}

const variance = (value: number): string => (value < 10 ? showNumber(value) : showWhole(Math.round(value)));

/** What the chosen d does, measured, and the other way beside it. */
function readout({ measured, d, scaled }: Shown): Part[] {
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

const heads: Record<Chart, string> = {
  variance: 'variance',
  entropy: 'entropy',
  largest: 'largest weight',
  norm: 'Jacobian norm',
};

function table(shown: Shown): NumberTable {
  const { measured, seed } = shown;
  const columns = (['raw', 'scaled'] as const).flatMap((way) =>
    charts.flatMap((chart) => [false, true].map((isTheory) => ({ way, chart, isTheory }))),
  );
  return {
    caption: `Means over ${queries} queries, ${keys} keys each, seed ${seed}; theory: d or 1 for the variance, for the rest independent normal scores of that variance.`,
    corner: 'd',
    rows: sizes.map((d) => exact(d, showWhole)),
    columns: columns.map(
      ({ way, chart, isTheory }) => `${heads[chart]}${way === 'scaled' ? ', ÷ √d' : ''}${isTheory ? ', theory' : ''}`,
    ),
    cell: (row, column) => {
      const { way, chart, isTheory } = columns[column]!;
      const show = chart === 'variance' ? variance : (value: number): string => showNumber(value, 3);
      return exact(isTheory ? theoryOf(shown, chart, way)[row]! : measured[row]![way][chart], show);
    },
  };
}

function chart(id: Chart, title: string, width: 326 | 416 = 326): Pane<typeof state, Shown> {
  return {
    title,
    ...(width > 326 && { class: 'wider' }),
    drawing: {
      class: 'chart',
      width,
      label: `${title} against d, with and without the division. The numbers stand below.`,
      plot: (shown, surface) => sweep(chartOf(id, shown), surface),
      point: { kind: 'drag', attribute: 'step', field: 'd' },
    },
  };
}

export default defineFigure({
  id: 'scaling-lab',
  title: 'What the √d is for',
  badge: 'seeded random',
  source: ({ seed }) => `seed ${seed}`,
  wide: true,
  class: 'lab',
  state,
  finding: {
    on: ['seed'],
    read: drawnFrom,
    worker: () => new Worker(new URL('./scaling-lab.worker.ts', import.meta.url), { type: 'module' }),
  },
  compute: (state, drawn: Drawn): Shown => ({ ...state, d: Number(state.d), ...drawn }),
  controls: [
    {
      kind: 'slider',
      field: 'd',
      label: 'Components of a query and a key',
      show: ({ d }) => `d = ${showWhole(d)}`,
    },
    { kind: 'switch', field: 'scaled', label: 'Divide by √d' },
    { kind: 'press', label: 'New seed', class: 'new-seed', act: ({ seed }) => ({ seed: (seed + 1) % seeds }) },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        row: {
          class: 'row wider widest',
          title: `One query, ${keys} keys`,
          note: ({ d, scaled }) => `${scaled ? `divided by √${showWhole(d)}` : 'not divided'}, d = ${showWhole(d)}`,
          drawing: {
            class: 'bars',
            width: 416,
            label: 'One query’s weights as bars, the slope of each below it; outlined, the same row the other way.',
            plot: (shown, surface) => weightSlopes(rowOf(shown), surface),
          },
        },
        variance: chart('variance', 'Variance of the scores', 416),
        entropy: chart('entropy', 'Entropy of the weights'),
        largest: chart('largest', 'Largest weight'),
        norm: chart('norm', 'Norm of the Jacobian'),
      },
    },
    {
      kind: 'text',
      class: 'legend',
      text: [
        entry(swatch('strong'), ' theory and ', swatch('dot full'), ' measured, as switched'),
        ' ',
        entry(swatch('faint'), ' theory and ', swatch('dot'), ' measured, the other way'),
        ' ',
        entry(swatch('outline'), ' the same row, the other way'),
      ],
    },
  ],
  readout,
  tables: (shown) => [table(shown)],
});
