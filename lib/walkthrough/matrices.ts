/** What a walkthrough starts from: plain rows of finite numbers, fit for JSON. */
export interface Inputs {
  /** (n, features), one row a word. */
  readonly X: Rows;
  /** (features, dK) */
  readonly WQ: Rows;
  /** (features, dK) */
  readonly WK: Rows;
  /** (features, dV) */
  readonly WV: Rows;
}

export type Rows = readonly (readonly number[])[];
export type InputName = keyof Inputs;
export type ComputedName = 'Q' | 'K' | 'V' | 'scores' | 'scaled' | 'weights' | 'output';
export type MatrixName = InputName | ComputedName;

/** One number of one matrix, row and column counted from 0. */
export interface Cell<Name extends MatrixName = MatrixName> {
  readonly matrix: Name;
  readonly row: number;
  readonly column: number;
}

/** A walkthrough's inputs are bounded, in size, by this: then no score leaves float32. */
export const largestInput = 1e6;
