const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Median times of several pieces of work, in milliseconds. They take turns, so that
 * whatever else the machine does falls on all of them alike.
 *
 * @param warmup Rounds that are not counted, for the compiler.
 */
export async function interleaved(
  works: Readonly<Record<string, () => unknown>>,
  { rounds = 31, warmup = 8 } = {},
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < warmup + rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const time = await milliseconds(work);
      if (round >= warmup) times[name]!.push(time);
    }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** One line for each time, right-aligned. */
export function report(title: string, times: Readonly<Record<string, number>>): void {
  console.log(title);
  for (const [name, time] of Object.entries(times)) console.log(`${time.toFixed(2).padStart(10)} ms  ${name}`);
}
