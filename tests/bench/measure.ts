export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

interface Measuring {
  /** Samples of each work. One that would take longer than `patience` in all gets fewer, but three at least. */
  readonly rounds?: number;
  /** Rounds that are not counted, for the compiler. A work that takes long is compiled sooner. */
  readonly warmup?: number;
  /** Milliseconds that a sample lasts at least: a shorter work is repeated within it, and the time divided. */
  readonly sample?: number;
  /** Milliseconds that the samples of one work may take together. */
  readonly patience?: number;
  readonly clock?: () => number;
}

/** A batch is found by doubling: this many repeats are enough for any work that does something. */
const mostRepeats = 2 ** 20;

/** Milliseconds that a short work runs before it is measured: rounds alone would end before it is compiled. */
const settling = 50;

/**
 * Median times of several pieces of work, in milliseconds. They take turns, so that
 * whatever else the machine does falls on all of them alike; one with fewer samples
 * has them spread over all rounds.
 */
export async function interleaved(
  works: Readonly<Record<string, () => unknown>>,
  { rounds = 31, warmup = 8, sample = 1, patience = 3_000, clock = () => performance.now() }: Measuring = {},
): Promise<Record<string, number>> {
  const timed = async (work: () => unknown, repeats: number): Promise<number> => {
    const start = clock();
    for (let i = 0; i < repeats; i++) {
      // To wait for what is already there would cost more than the shortest works.
      const result = work();
      if (result instanceof Promise) await result;
    }
    return clock() - start;
  };

  const plans: { name: string; work: () => unknown; repeats: number; samples: number; times: number[] }[] = [];
  for (const [name, work] of Object.entries(works)) {
    let repeats = 1;
    let time = await timed(work, repeats);
    let spent = time;
    const isShort = () => time < sample && repeats < mostRepeats;
    const isCold = (round: number) =>
      repeats < mostRepeats && (round < warmup || spent < settling) && spent + time <= patience / 4;
    // Compiled code is faster, so that a batch that was long enough may not be any more.
    for (let round = 1; isShort() || isCold(round); round++) {
      if (isShort()) repeats *= 2;
      time = await timed(work, repeats);
      spent += time;
    }
    // So slow a work is compiled while it runs for the first time, and can ill be run once more.
    const times = time > patience ? [time] : [];
    const samples = Math.min(rounds, Math.max(3, Math.floor(patience / time))) - times.length;
    plans.push({ name, work, repeats, samples, times });
  }

  for (let round = 0; round < rounds; round++)
    for (const { work, repeats, samples, times } of plans) {
      if (Math.floor(((round + 1) * samples) / rounds) === Math.floor((round * samples) / rounds)) continue;
      times.push((await timed(work, repeats)) / repeats);
    }
  return Object.fromEntries(plans.map(({ name, times }) => [name, median(times)]));
}

/** One line for each time, right-aligned. */
export function report(title: string, times: Readonly<Record<string, number>>): void {
  console.log(title);
  for (const [name, time] of Object.entries(times)) console.log(`${time.toFixed(2).padStart(10)} ms  ${name}`);
}
