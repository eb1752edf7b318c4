import { rowSums } from '#lib/analysis/rowSums.ts';

/** What a translator looks at while it writes: row = target word (query), column = source word (key). */
export interface Alignment {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** `weights[target][source]`: each row sums to 1. */
  readonly weights: readonly (readonly number[])[];
  /** The target word lit before any choice, counted from 0. */
  readonly chosen: number;
  /** Language tags such as `fr`, so that words are spoken as they should be. */
  readonly languages: { readonly source: string; readonly target: string };
}

/** Hand-set weights are written with two decimals, and so may miss 1 by a rounding. */
const tolerance = 1e-3;

/**
 * @throws RangeError naming the target word whose row is not one of attention weights over the source.
 */
export function checkAlignment({ source, target, weights, chosen }: Alignment): void {
  if (weights.length !== target.length)
    throw new RangeError(
      `An alignment of ${target.length} target words needs as many rows of weights, but ${weights.length} were given.`,
    );
  if (!(chosen in target))
    throw new RangeError(`The alignment has no target word ${chosen}: they run from 0 to ${target.length - 1}.`);
  for (const [query, row] of weights.entries()) {
    const word = target[query]!;
    if (row.length !== source.length)
      throw new RangeError(
        `The row of “${word}” needs ${source.length} weights, one a source word, but ${row.length} were given.`,
      );
    if (!row.every((weight) => weight >= 0 && weight <= 1))
      throw new RangeError(`The row of “${word}” has a weight outside [0, 1].`);
    const [sum = 0] = rowSums(row, row.length);
    if (Math.abs(sum - 1) > tolerance)
      throw new RangeError(`The row of “${word}” sums to ${sum.toFixed(3)}, not to 1.`);
  }
}

/** The source word with the largest weight in a row. */
export function strongestIn(row: readonly number[]): number {
  return row.indexOf(Math.max(...row));
}
