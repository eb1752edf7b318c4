import { describe, expect, it } from 'vitest';
import { interleaved } from './measure.ts';

/** Works that take the milliseconds they are given, on a clock that only they move. */
function fakeWorks(costs: Readonly<Record<string, (run: number) => number>>) {
  let now = 0;
  const log: string[] = [];
  const works = Object.fromEntries(
    Object.entries(costs).map(([name, cost]) => {
      let run = 0;
      return [name, () => void ((now += cost(run++)), log.push(name))];
    }),
  );
  return { works, log, clock: () => now };
}

const runs = (log: readonly string[], name: string): number => log.filter((one) => one === name).length;

describe('interleaved', () => {
  it('divides the time of a batch by its repeats', async () => {
    const { works, clock } = fakeWorks({ short: () => 0.002, long: () => 5 });
    const times = await interleaved(works, { clock });
    expect(times['short']).toBeCloseTo(0.002, 9);
    expect(times['long']).toBeCloseTo(5, 9);
  });

  it('repeats a short work until a sample lasts, and a long one not at all', async () => {
    const { works, log, clock } = fakeWorks({ short: () => 0.25, long: () => 20 });
    await interleaved(works, { rounds: 5, warmup: 1, clock });
    const lastRound = log.slice(log.lastIndexOf('short') - 3);
    expect(lastRound).toEqual(['short', 'short', 'short', 'short', 'long']);
  });

  it('makes the batches longer when the compiler has made the work shorter', async () => {
    const runsOf = async (rounds: number) => {
      const { works, log, clock } = fakeWorks({ compiled: (run) => (run < 40 ? 2 : 0.125) });
      await interleaved(works, { rounds, warmup: 200, clock });
      return log.length;
    };
    // What one round more adds is a batch of 1 ms.
    expect((await runsOf(2)) - (await runsOf(1))).toBe(8);
  });

  it('gives a slow work three samples: its first run, and two spread over the rounds', async () => {
    const { works, log, clock } = fakeWorks({ quick: () => 10, slow: () => 5_000 });
    await interleaved(works, { rounds: 30, warmup: 8, patience: 3_000, clock });
    expect(runs(log, 'slow')).toBe(3);
    const measured = log.slice(log.indexOf('slow') + 1);
    const places = measured.flatMap((name, index) => (name === 'slow' ? [index] : []));
    expect(places).toEqual([15, 31]);
  });

  it('gives a work as many samples as patience allows', async () => {
    const { works, log, clock } = fakeWorks({ middling: () => 100 });
    await interleaved(works, { rounds: 31, warmup: 1, patience: 1_000, clock });
    expect(runs(log, 'middling')).toBe(1 + 10);
  });

  it('takes the median, so that one sample the machine disturbed does not count', async () => {
    const { works, clock } = fakeWorks({ disturbed: (run) => (run === 9 ? 900 : 10) });
    expect(await interleaved(works, { rounds: 5, warmup: 8, clock })).toEqual({ disturbed: 10 });
  });

  it('waits for what is not there at once', async () => {
    let now = 0;
    const later = async () => {
      await Promise.resolve();
      now += 7;
    };
    expect(await interleaved({ later }, { rounds: 3, warmup: 1, clock: () => now })).toEqual({ later: 7 });
  });

  it('ends with work that takes no time', async () => {
    expect(await interleaved({ nothing: () => undefined }, { rounds: 1, warmup: 1, clock: () => 0 })).toEqual({
      nothing: 0,
    });
  }, 30_000);

  it('hands on what a work throws', async () => {
    const broken = () => {
      throw new Error('broken');
    };
    await expect(interleaved({ broken })).rejects.toThrow('broken');
  });
});
