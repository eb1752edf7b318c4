import { mean } from './mean.ts';

/** Shares in several groups over several runs: the mean of each group, the lowest and the highest. */
export interface MeanAndRange {
  readonly means: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/**
 * How far several runs lie apart.
 *
 * @param runs A share for each group, run by run; at least one run.
 */
export function meanAndRange(runs: readonly (readonly number[])[]): MeanAndRange {
  const over = (reduce: (shares: readonly number[]) => number): number[] =>
    runs[0]!.map((_, group) => reduce(runs.map((shares) => shares[group]!)));
  return {
    means: over(mean),
    lowest: over((shares) => Math.min(...shares)),
    highest: over((shares) => Math.max(...shares)),
  };
}
