import type { Cell, ComputedName, Inputs, MatrixName } from '#lib/walkthrough/matrices.ts';
import { example } from './example.ts';

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
