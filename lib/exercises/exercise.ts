import type { BooleanMask } from '../attention/index.ts';
import { sizeOf, type Tensor } from '../tensor.ts';

/** Numbers and how they are laid out, as they come back from the reader's code. */
export interface Shaped {
  readonly shape: readonly number[];
  readonly numbers: readonly number[];
}

/** What the editor does not show: one call of the reader's function, and what it should give. */
export interface Case {
  /** In words, as the answer names it. */
  readonly name: string;
  /** Plain numbers, and lists of lists of them; what `call` takes. */
  readonly given: readonly unknown[];
  readonly expected: Shaped;
  /** For those whose code fails here, on request. */
  readonly hint: string;
}

/** A function to be written, and how it is checked. */
export interface Exercise {
  /** Of the function that the reader writes; the cases call it. */
  readonly name: string;
  /** Functions of the code chapter that are at hand, as source. */
  readonly atHand: string;
  readonly starter: string;
  readonly solution: string;
  /** How a case calls it: an expression over `given`. */
  readonly call: string;
  /** Asked in this order; the first that fails is the answer. */
  readonly cases: readonly Case[];
  /** How far a number may be off: the library rounds to float32 between steps. */
  readonly tolerance: number;
}

export type Row = readonly number[];
export type Rows = readonly Row[];

export const shapedRow = (numbers: ArrayLike<number>): Shaped => ({
  shape: [numbers.length],
  numbers: Array.from(numbers),
});

export function shapedTensor({ data, shape }: Tensor | BooleanMask): Shaped {
  return { shape: shape.slice(shape.length - 2), numbers: Array.from(data.subarray(0, sizeOf(shape))) };
}
