/** Shares in several groups over several runs: the mean of each group, the lowest and the highest. */
export interface Spread {
  readonly means: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/** @param runs A share for each group, run by run; at least one run. */
export function spreadOf(runs: readonly (readonly number[])[]): Spread {
  const over = (reduce: (shares: readonly number[]) => number): number[] =>
    runs[0]!.map((_, group) => reduce(runs.map((shares) => shares[group]!)));
  return {
    means: over((shares) => shares.reduce((sum, share) => sum + share, 0) / shares.length),
    lowest: over((shares) => Math.min(...shares)),
    highest: over((shares) => Math.max(...shares)),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** One group in words. */
export function showSpread({ means, lowest, highest }: Spread, group: number): string {
  return `${percent(means[group]!)} (${percent(lowest[group]!)} to ${percent(highest[group]!)})`;
}
