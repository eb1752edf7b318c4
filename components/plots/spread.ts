import { showPercent } from './percent.ts';

/** Shares in several groups: the mean of each over several runs, the lowest and the highest. */
export interface Spread {
  readonly means: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/** One group in words. */
export function showSpread({ means, lowest, highest }: Spread, group: number): string {
  return `${showPercent(means[group]!)} (${showPercent(lowest[group]!)} to ${showPercent(highest[group]!)})`;
}
