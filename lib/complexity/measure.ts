/** Milliseconds since a moment of its own: whoever measures brings one, for the library has none. */
export type Clock = () => number;

/** The middle of some numbers, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Milliseconds that one run takes, as the mean over a number of them in a row. */
export function timeOf(run: () => unknown, clock: Clock, loops = 1): number {
  const start = clock();
  for (let loop = 0; loop < loops; loop++) run();
  return (clock() - start) / loops;
}

/**
 * How many runs in a row last long enough to be timed: clocks in browsers step by up to a
 * millisecond. Finding out also warms the code up, which is slow the first times it is called.
 *
 * @param least Milliseconds that the runs are to last.
 */
export function loopsFor(run: () => unknown, clock: Clock, least: number): number {
  for (let loops = 1; ; loops *= 2) if (timeOf(run, clock, loops) * loops >= least) return loops;
}

/**
 * What a run of twice the length will take, judged by the last two: as many times longer
 * as the last was, and at least twice. After one run only, four times.
 *
 * @param times Milliseconds, each at twice the length of the one before; none gives 0.
 */
export function predict(times: readonly number[]): number {
  const [before, last] = [times.at(-2), times.at(-1)];
  if (last === undefined) return 0;
  return last * (before === undefined ? 4 : Math.max(2, last / before));
}
