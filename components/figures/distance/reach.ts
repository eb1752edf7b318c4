import {
  distanceInfluences,
  distanceNorms,
  drawLayers,
  inputVariance,
  layers,
  nudge,
  type Layer,
} from '#lib/baselines/distanceGradient.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Decay, DecayLook } from '../../plots/decay.ts';
import { showNumber } from '../../plots/number.ts';
import { showScientific } from '../../plots/scientific.ts';
import { n, seeds } from './state.ts';

const d = 16;

export interface Choice {
  readonly gain: number;
  readonly bias: number;
  readonly seed: number;
  /** The distance read out. */
  readonly at: number;
}

/** What reaches the last output from each distance, 0 to 47. */
export interface Reached {
  /** Shares of the Jacobian's norm at distance 0. */
  readonly norms: readonly number[];
  /** How far the output moves, as a share of its length. */
  readonly influences: readonly number[];
}

const names: Record<Layer, string> = { tanh: 'tanh', gated: 'gated', attention: 'attention' };
const lookOf: Record<Layer, DecayLook> = { tanh: 'dashed', gated: 'solid', attention: 'beads' };

/** What each layer's numbers depend on, beyond the seed. */
const dependsOn: Record<Layer, (choice: Choice) => string> = {
  tanh: ({ seed, gain }) => `${seed} ${gain}`,
  gated: ({ seed, gain, bias }) => `${seed} ${gain} ${bias}`,
  attention: ({ seed }) => String(seed),
};

const known = new Map<Layer, { readonly of: string; readonly reached: Reached }>();

/** Reads the sequence with each layer anew only if something it depends on was changed. */
export function reachedBy(choice: Choice): Record<Layer, Reached> {
  const { gain, bias, seed } = choice;
  const { X, read } = drawLayers({ n, d, gain, bias, seed });
  const found = layers.map((layer) => {
    const of = dependsOn[layer](choice);
    const before = known.get(layer);
    if (before?.of === of) return [layer, before.reached] as const;
    const reading = read(layer);
    const norms = distanceNorms(X, reading);
    // Nudged by numbers of their own: the inputs themselves are drawn from the seed.
    const reached = {
      norms: norms.map((norm) => norm / norms[0]!),
      influences: distanceInfluences(X, reading, seed + seeds),
    };
    known.set(layer, { of, reached });
    return [layer, reached] as const;
  });
  return Object.fromEntries(found) as Record<Layer, Reached>;
}

export function chartOf(reached: Record<Layer, Reached>, { gain, at }: Choice): Decay {
  return {
    lines: [
      { look: 'band', values: Array.from({ length: n }, (_, k) => gain ** k), label: 'gainᵏ' },
      ...layers.map((layer) => ({ look: lookOf[layer], values: reached[layer].norms, label: names[layer] })),
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

export function readoutOf(reached: Record<Layer, Reached>, { at }: Choice): Part[] {
  const { tanh, gated, attention } = reached;
  const [norm, influence] = (['norms', 'influences'] as const).map((what) =>
    [tanh, gated, attention].map((layer) => layer[what][at]!),
  ) as [number[], number[]];
  const far = at === 0 ? 'At distance 0, the input of the output itself' : `From ${steps(at)} away`;
  return [
    `${far}, the gradient is ${showScientific(norm[0]!)} of what it is at distance 0 in tanh and ${showScientific(norm[1]!)} in the gated layer, over a path of ${steps(pathOf('tanh', at))}; ${showScientific(norm[2]!)} in `,
    ['attention', 'attention'],
    `, over ${steps(pathOf('attention', at))}. Moving that input by ${100 * nudge}% moves the last output by ${showShare(influence[0]!)}, ${showShare(influence[1]!)} and ${showShare(influence[2]!)}.`,
  ];
}

export function tableOf(reached: Record<Layer, Reached>, { gain, bias, seed }: Choice): NumberTable {
  return {
    caption: `Gradient: the Frobenius norm of ∂output(i) / ∂input(j) at the last of ${n} positions, as a share of that at j = i. Influence: how far the output moves when the input moves by ${100 * nudge}% of its length in a random direction, as a share of the output’s length; below 2 × 10⁻⁷, the last bits of float32. Width ${d}, seed ${seed}; recurrent matrices orthogonal × ${showNumber(gain)}, update bias ${showNumber(bias, 1)}; other entries normal, of variance 1/${d}, into the recurrences ${inputVariance}/${d}.`,
    rows: Array.from({ length: n }, (_, k) => String(k)),
    columns: [
      'path, recurrences',
      'path, attention',
      ...layers.map((layer) => `gradient, ${names[layer]}`),
      ...layers.map((layer) => `influence, ${names[layer]}`),
    ],
    cell(row, column) {
      if (column < 2) return String(pathOf(column === 0 ? 'tanh' : 'attention', row));
      const what = column < 5 ? 'norms' : 'influences';
      return showScientific(reached[layers[(column - 2) % 3]!][what][row]!);
    },
  };
}
