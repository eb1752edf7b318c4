import { runInputs, type Implementation } from './implementations.ts';
import { loopsFor, median, predict, timeOf, type Clock } from './measure.ts';
import type { RunId } from './runs.ts';

/** A run is about to be timed for the `repeat`-th time of `repeats`. */
export interface Trial {
  readonly type: 'trial';
  readonly id: RunId;
  readonly n: number;
  readonly repeat: number;
  readonly repeats: number;
}

/** One implementation at one length. */
export interface Point {
  readonly type: 'point';
  readonly id: RunId;
  readonly n: number;
  /** Median over the repeats. */
  readonly ms: number;
  readonly repeats: number;
}

export interface SweepOptions {
  readonly clock: Clock;
  /** Milliseconds that one run may be predicted to take; default 2,000. */
  readonly limit?: number | undefined;
  readonly shortest?: number;
  readonly longest?: number;
}

/** Where memory for the inputs, not time, ends a sweep: 25 MB of them at d = 64. */
const defaultLongest = 2 ** 15;
/** Milliseconds from which a run needs no warm-up, and three repeats in place of five. */
const long = 200;

/**
 * Times implementations at n = 32, 64, 128 …, each until its next run is predicted to take
 * longer than the limit. At each length they take turns, so that whatever else the machine
 * does falls on all of them alike. Tells each step as it happens, so that it can be
 * followed, and stopped, between any two.
 *
 * @param implementations What to time. @param d Features of a position.
 * @throws RangeError when d, or the shortest length, is not a whole number.
 */
export function* sweep(
  implementations: readonly Implementation[],
  d: number,
  options: SweepOptions,
): Generator<Trial | Point> {
  const { clock, limit = 2000, shortest = 32, longest = defaultLongest } = options;
  let going = implementations.map(({ id, run }) => ({ id, run, medians: [] as number[] }));
  for (let n = shortest; n <= longest; n *= 2) {
    going = going.filter(({ medians }) => predict(medians) <= limit);
    if (going.length === 0) return;
    const inputs = runInputs(n, d);
    const timed = going.map(({ id, run, medians }) => {
      const work = (): unknown => run(inputs);
      // The very first calls meet code that is not compiled yet.
      if (n === shortest) loopsFor(work, clock, 100);
      const isLong = predict(medians) > long;
      return {
        id,
        work,
        medians,
        repeats: isLong ? 3 : 5,
        loops: isLong ? 1 : loopsFor(work, clock, 20),
        times: [] as number[],
      };
    });
    for (let repeat = 1; repeat <= 5; repeat++)
      for (const { id, work, repeats, loops, times } of timed) {
        if (repeat > repeats) continue;
        yield { type: 'trial', id, n, repeat, repeats };
        times.push(timeOf(work, clock, loops));
      }
    for (const { id, medians, repeats, times } of timed) {
      const ms = median(times);
      medians.push(ms);
      yield { type: 'point', id, n, ms, repeats };
    }
  }
}
