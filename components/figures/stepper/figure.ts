import {
  largestInput,
  type Cell,
  type ComputedName,
  type InputName,
  type Inputs,
  type MatrixName,
  type Rows,
} from '#lib/walkthrough/matrices.ts';
import { defineFigure } from '../../figure/definition.ts';
import { integer, numbers, oneOf, optional, type Field, type State } from '../../figure/state/fields.ts';
import { defaultsOf } from '../../figure/state/state.ts';
import { compute } from './compute.ts';
import { isInput, looks } from './looks.ts';
import { tablesOf } from './tables.ts';

/**
 * Chosen by hand, so that *delicious* asks for a thing, finds *apple*, and could look harder.
 * One decimal each: queries, keys and values are then exact in the two decimals shown.
 */
const example: Inputs = {
  X: [
    [0.9, 0, 0.1, 0.8],
    [0.1, 0.9, 0, 0],
    [0, 0.1, 0.9, 0.4],
  ],
  WQ: [
    [0.1, 0.9],
    [0.5, 0.5],
    [0.8, 0.1],
    [0.3, 0.4],
  ],
  WK: [
    [1.1, 0],
    [-0.3, -0.2],
    [0, 1.1],
    [0.4, 0.3],
  ],
  WV: [
    [0.2, 0],
    [0, 0.1],
    [-0.1, 1],
    [1, 0.1],
  ],
};

export const stages = [
  'Words as numbers',
  'Queries, keys, values',
  'Scores',
  'Scaled scores',
  'Attention weights',
  'Output',
] as const;

/** `weights-3-1`: row and column counted from 1. */
const cells = new Map(
  (Object.keys(looks) as MatrixName[]).flatMap((matrix) =>
    isInput(matrix)
      ? []
      : looks[matrix].rows.flatMap((_, row) =>
          looks[matrix].columns.map((_, column) => {
            const cell: Cell<ComputedName> = { matrix: matrix as ComputedName, row, column };
            return [`${matrix}-${row + 1}-${column + 1}`, cell] as const;
          }),
        ),
  ),
);

/** What a stage shows when it is reached: the row of *delicious*, and what it has to do with *apple*. */
const first = [undefined, 'Q-3-1', 'scores-3-1', 'scaled-3-1', 'weights-3-1', 'output-3-1'] as const;

/** A matrix, row after row. */
const entries = (name: InputName): Field<readonly number[]> =>
  numbers(example[name].flat(), { from: -largestInput, to: largestInput });

const state = {
  /** How far the flow is shown; later stages are dim. Left open, as far as the chosen number, or the first. */
  stage: optional(integer(1, { from: 1, to: stages.length })),
  /** The number whose arithmetic is shown; left open, the one that its stage shows first. */
  chosen: optional(oneOf(first[1], [...cells.keys()])),
  X: entries('X'),
  WQ: entries('WQ'),
  WK: entries('WK'),
  WV: entries('WV'),
};

export const defaults = defaultsOf(state);

/** A number of a later stage takes the flow with it. */
const stageOf = (chosen: State<typeof state>['chosen']): number =>
  chosen ? looks[cells.get(chosen)!.matrix].stage : 1;
const reached = ({ stage = 1, chosen }: State<typeof state>): number => Math.max(stage, stageOf(chosen));

/** Nothing is said that follows from the rest. */
function fit({ chosen: wished, ...others }: State<typeof state>): State<typeof state> {
  const stage = reached({ ...others, chosen: wished });
  const chosen = wished === first[stage - 1] ? undefined : wished;
  return { ...others, stage: stage === stageOf(chosen) ? undefined : stage, chosen };
}

export default defineFigure({
  id: 'stepper',
  title: 'Attention, number by number',
  badge: 'hand-set',
  source: 'X and W; the rest is computed',
  wide: true,
  state,
  fit,
  compute(state) {
    const stage = reached(state);
    const rows = (name: InputName): Rows =>
      example[name].map(({ length }, row) => state[name].slice(row * length, (row + 1) * length));
    const at = state.chosen ?? first[stage - 1];
    const all = { X: rows('X'), WQ: rows('WQ'), WK: rows('WK'), WV: rows('WV') };
    return { stage, inputs: all, ...compute(all, at && cells.get(at)) };
  },
  controls: [
    {
      kind: 'walk',
      label: ({ stage }) => `Step ${stage} of ${stages.length}: ${stages[stage - 1]!.toLowerCase()}`,
      at: reached,
      last: () => stages.length,
      go: (stage) => ({ stage, chosen: undefined }),
      pace: 10_000,
    },
    { kind: 'press', class: 'reset', label: 'Reset', act: () => defaults },
  ],
  // Its matrices stand in the page's HTML, and its own element keeps them up to date.
  body: [],
  readout: ({ what, how }) => [
    { tag: 'span', class: 'what', text: what },
    { tag: 'span', class: 'how', text: how },
  ],
  tables: tablesOf,
});
