import { describe, expect, it } from 'vitest';
import type { Implementation } from '../../../lib/complexity/implementations.ts';
import type { RunId } from '../../../lib/complexity/runs.ts';
import { sweep, type Point, type Trial } from '../../../lib/complexity/sweep.ts';

/** Implementations that take a known time on a clock of their own. */
function staged(costs: Partial<Record<RunId, (n: number) => number>>) {
  let now = 0;
  const implementations: Implementation[] = Object.entries(costs).map(([id, cost]) => ({
    id: id as RunId,
    run: ({ Q }) => (now += cost(Q.shape[0]!)),
  }));
  const steps = (options: { limit?: number; longest?: number } = {}): (Trial | Point)[] => [
    ...sweep(implementations, 2, { clock: () => now, ...options }),
  ];
  return steps;
}
const points = (steps: readonly (Trial | Point)[]): Point[] => steps.filter((step) => step.type === 'point');

describe('sweep', () => {
  const quadratic = (n: number) => 1e-4 * n * n;
  const linear = (n: number) => 1e-2 * n;

  it('measures what a run takes, at every doubling, until the next is predicted to exceed the limit', () => {
    const found = points(staged({ standard: quadratic })({ limit: 100 }));
    expect(found.map(({ n }) => n)).toEqual([32, 64, 128, 256, 512]);
    for (const { n, ms } of found) expect(ms).toBeCloseTo(quadratic(n), 6);
  });

  it('lets each implementation go on for as long as it may, and ends at the longest', () => {
    const found = points(staged({ standard: quadratic, recurrence: linear })({ limit: 100, longest: 4096 }));
    const last = (id: RunId) => found.filter((point) => point.id === id).at(-1)!.n;
    expect(last('standard')).toBe(512);
    expect(last('recurrence')).toBe(4096);
  });

  it('takes turns between implementations', () => {
    const trials = staged({ standard: linear, tiled: linear })({ longest: 32 }).filter((step) => step.type === 'trial');
    expect(trials.map(({ id, repeat }) => `${id} ${repeat}`).slice(0, 4)).toEqual([
      'standard 1',
      'tiled 1',
      'standard 2',
      'tiled 2',
    ]);
    expect(trials).toHaveLength(10);
  });

  it('repeats a long run less often, and says so', () => {
    const found = points(staged({ standard: quadratic })({ limit: 2000 }));
    expect(found.map(({ n, repeats }) => [n, repeats])).toEqual([
      [32, 5],
      [64, 5],
      [128, 5],
      [256, 5],
      [512, 5],
      [1024, 5],
      [2048, 3],
      [4096, 3],
    ]);
  });
});
