import { gainBounds, inputVariance, layers, nudge, type Layer } from '#lib/baselines/distanceGradient.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { integer, number, type State } from '../../figure/state/fields.ts';
import { decay, type Decay, type DecayLook } from '../../plots/decay.ts';
import { showNumber } from '../../plots/number.ts';
import { showScientific } from '../../plots/scientific.ts';
import { d, n, reachedBy, seeds, type Reached } from './compute.ts';

const state = {
  gain: number(0.9, { from: 0.5, to: 1.5, step: 0.01 }),
  bias: number(3, { from: -2, to: 6, step: 0.1 }),
  seed: integer(7, { from: 0, to: seeds - 1 }),
  /** The distance read out. */
  at: integer(32, { from: 0, to: n - 1 }),
};

interface Shown extends State<typeof state> {
  readonly reached: Record<Layer, Reached>;
}

const lookOf: Record<Layer, DecayLook> = { tanh: 'dashed', gated: 'solid', attention: 'beads' };

export function chartOf({ reached, gain, at }: Shown): Decay {
  return {
    lines: [
      { look: 'band', values: gainBounds(gain, n), label: 'gainᵏ' },
      ...layers.map((layer) => ({ look: lookOf[layer], values: reached[layer].norms, label: layer })),
    ],
    xLabel: 'distance k = i − j, positions',
    chosen: at,
    exponents: [-6, 3],
  };
}

/** Steps between two positions: a recurrence passes every one between them, attention none. */
function pathOf(layer: Layer, distance: number): number {
  return layer === 'attention' ? Math.min(1, distance) : distance;
}

const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);

/** Outputs are float32: a move of fewer than a few of its last bits says nothing. */
const lastBits = 2 ** -22;

/** A share as a percentage, two figures; below what float32 can tell, in words. */
function showShare(share: number): string {
  return share < lastBits ? 'less than float32 can tell' : `${showScientific(100 * share)}%`;
}

function readout({ reached, at }: Shown): Part[] {
  const { tanh, gated, attention } = reached;
  const [norm, influence] = (['norms', 'influences'] as const).map((what) =>
    [tanh, gated, attention].map((layer) => layer[what][at]!),
  ) as [number[], number[]];
  const far = at === 0 ? 'At distance 0, the input of the output itself' : `From ${steps(at)} away`;
  return [
    `${far}, the gradient is ${showScientific(norm[0]!)} of what it is at distance 0 in tanh and ${showScientific(norm[1]!)} in the gated layer, over a path of ${steps(pathOf('tanh', at))}; ${showScientific(norm[2]!)} in `,
    { tag: 'b', text: 'attention' },
    `, over ${steps(pathOf('attention', at))}. Moving that input by ${100 * nudge}% moves the last output by ${showShare(influence[0]!)}, ${showShare(influence[1]!)} and ${showShare(influence[2]!)}.`,
  ];
}

function table({ reached, gain, bias, seed }: Shown): NumberTable {
  return {
    caption: `Gradient: the Frobenius norm of ∂output(i) / ∂input(j) at the last of ${n} positions, as a share of that at j = i. Influence: how far the output moves when the input moves by ${100 * nudge}% of its length in a random direction, as a share of the output’s length; below 2 × 10⁻⁷, the last bits of float32. Width ${d}, seed ${seed}; recurrent matrices orthogonal × ${showNumber(gain)}, update bias ${showNumber(bias, 1)}; other entries normal, of variance 1/${d}, into the recurrences ${inputVariance}/${d}.`,
    rows: Array.from({ length: n }, (_, k) => exact(k)),
    columns: [
      'path, recurrences',
      'path, attention',
      ...layers.map((layer) => `gradient, ${layer}`),
      ...layers.map((layer) => `influence, ${layer}`),
    ],
    cell(row, column) {
      if (column < 2) return exact(pathOf(column === 0 ? 'tanh' : 'attention', row));
      const what = column < 5 ? 'norms' : 'influences';
      return exact(reached[layers[(column - 2) % 3]!][what][row]!, showScientific);
    },
  };
}

export default defineFigure({
  id: 'distance',
  title: 'What is left of a gradient, by distance',
  badge: 'seeded random',
  source: ({ seed }) => `seed ${seed}`,
  class: 'lab',
  state,
  finding: {
    on: ['gain', 'bias', 'seed'],
    read: reachedBy,
    worker: () => new Worker(new URL('./distance.worker.ts', import.meta.url), { type: 'module' }),
  },
  compute: (state, reached: Record<Layer, Reached>): Shown => ({ ...state, reached }),
  controls: [
    { kind: 'slider', field: 'gain', label: 'Recurrent gain', show: ({ gain }) => `× ${showNumber(gain)}` },
    { kind: 'slider', field: 'bias', label: 'Gate bias', show: ({ bias }) => showNumber(bias, 1) },
    { kind: 'slider', field: 'at', label: 'Distance' },
    { kind: 'press', label: 'New seed', class: 'new-seed', act: ({ seed }) => ({ seed: (seed + 1) % seeds }) },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          class: 'whole',
          title: 'Gradient norm',
          note: 'as a share of that at distance 0',
          drawing: {
            class: 'chart',
            width: 730,
            label:
              'Gradient norm against distance, for a tanh recurrence, a gated one and attention; behind them the gain to the power of the distance. The numbers stand below.',
            plot: (shown, surface) => decay(chartOf(shown), surface),
            point: { kind: 'drag', attribute: 'step', field: 'at' },
          },
        },
      },
    },
  ],
  readout,
  tables: (shown) => [table(shown)],
});
