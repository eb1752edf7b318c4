import {
  largestInput,
  type Cell,
  type ComputedName,
  type InputName,
  type Inputs,
  type MatrixName,
  type Rows,
} from '#lib/walkthrough/matrices.ts';
import { integer, numbers, oneOf, optional, type Field, type State as StateOf } from '../../figure/state/fields.ts';
import { example } from './example.ts';
import { isComputed, looks } from './matrices.ts';

export type Stage = 1 | 2 | 3 | 4 | 5 | 6;
export const lastStage = 6;

/** All that a reader can change; plain, so that an address can hold it. */
export interface State extends Inputs {
  /** How far the flow is shown; later stages are dim. */
  readonly stage: Stage;
  /** The number whose arithmetic is shown. */
  readonly chosen: Cell<ComputedName> | null;
}

export const stageNames: Readonly<Record<Stage, string>> = {
  1: 'Words as numbers',
  2: 'Queries, keys, values',
  3: 'Scores',
  4: 'Scaled scores',
  5: 'Attention weights',
  6: 'Output',
};

const stages: Readonly<Record<MatrixName, Stage>> = {
  X: 1,
  WQ: 2,
  WK: 2,
  WV: 2,
  Q: 2,
  K: 2,
  V: 2,
  scores: 3,
  scaled: 4,
  weights: 5,
  output: 6,
};

export const stageOf = (matrix: MatrixName): Stage => stages[matrix];

/** What a stage shows when it is reached: the row of *delicious*, and what it has to do with *apple*. */
const first: Readonly<Record<Stage, Cell<ComputedName> | null>> = {
  1: null,
  2: { matrix: 'Q', row: 2, column: 0 },
  3: { matrix: 'scores', row: 2, column: 0 },
  4: { matrix: 'scaled', row: 2, column: 0 },
  5: { matrix: 'weights', row: 2, column: 0 },
  6: { matrix: 'output', row: 2, column: 0 },
};

export const atStage = (stage: Stage): Pick<State, 'stage' | 'chosen'> => ({ stage, chosen: first[stage] });

export const defaults: State = { ...example, ...atStage(lastStage) };

/** `weights-3-1`: row and column counted from 1. */
const nameOf = ({ matrix, row, column }: Cell<ComputedName>): string => `${matrix}-${row + 1}-${column + 1}`;
const cells: readonly Cell<ComputedName>[] = (Object.keys(looks) as MatrixName[])
  .filter(isComputed)
  .flatMap((matrix) =>
    looks[matrix].rows.flatMap((_, row) => looks[matrix].columns.map((_, column) => ({ matrix, row, column }))),
  );

/** A matrix, row after row. */
const entries = (name: InputName): Field<readonly number[]> =>
  numbers(example[name].flat(), { from: -largestInput, to: largestInput });

/** How an address says it; left open, the chosen number is the one that its stage shows first. */
export const state = {
  stage: integer(lastStage, { from: 1, to: lastStage }),
  chosen: optional(oneOf(nameOf(cells[0]!), cells.map(nameOf))),
  X: entries('X'),
  WQ: entries('WQ'),
  WK: entries('WK'),
  WV: entries('WV'),
};

export function readFrom({ stage, chosen, ...inputs }: StateOf<typeof state>): State {
  const at = atStage(stage as Stage);
  const cell = cells.find((each) => nameOf(each) === chosen) ?? at.chosen;
  const rows = (name: InputName): Rows =>
    example[name].map(({ length }, row) => inputs[name].slice(row * length, (row + 1) * length));
  return {
    X: rows('X'),
    WQ: rows('WQ'),
    WK: rows('WK'),
    WV: rows('WV'),
    chosen: cell,
    // A number of a later stage takes the flow with it, as a press on it does.
    stage: cell ? (Math.max(stage, stageOf(cell.matrix)) as Stage) : at.stage,
  };
}

export function writtenAs({ stage, chosen, X, WQ, WK, WV }: State): StateOf<typeof state> {
  const first = atStage(stage).chosen;
  return {
    stage,
    chosen: !chosen || (first && nameOf(chosen) === nameOf(first)) ? undefined : nameOf(chosen),
    X: X.flat(),
    WQ: WQ.flat(),
    WK: WK.flat(),
    WV: WV.flat(),
  };
}
