import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/scaledDotProductAttention.ts';
import { implementations, runInputs } from '../../../lib/complexity/implementations.ts';
import { runs, windowSide } from '../../../lib/complexity/runs.ts';
import { largestDifference } from '../../../lib/largestDifference.ts';
import type { Tensor } from '../../../lib/tensor.ts';

const inputs = runInputs(150, 8);
const { Q, K, V } = inputs;
const outputOf = (id: string): Tensor => {
  const { run } = implementations.find((implementation) => implementation.id === id)!;
  return (run(inputs) as { output: Tensor }).output;
};

describe('the runs that are timed', () => {
  it.each([
    ['standard', {}],
    ['tiled', {}],
    ['kernel', {}],
    ['causal', { causal: true }],
    ['windowed', { window: [windowSide, windowSide] as const }],
  ])('%s computes the attention it is named after', (id, options) => {
    const { output } = scaledDotProductAttention(Q, K, V, options);
    expect(largestDifference(outputOf(id).data, output.data).size).toBeLessThan(1e-5);
  });

  it('windowed computes three tiles for each one of queries, whatever the length', () => {
    const windowed = implementations.find(({ id }) => id === 'windowed')!;
    for (const n of [128, 256, 512]) {
      const { tiles } = windowed.run(runInputs(n, 2)) as { tiles: number };
      expect(tiles).toBe((3 * n) / windowSide - 2);
    }
  });

  it('are those that theory speaks of, in its order', () => {
    expect(implementations.map(({ id }) => id)).toEqual(runs.map(({ id }) => id));
  });

  it('has the same inputs each time', () => {
    expect(runInputs(150, 8).V.data).toEqual(V.data);
  });
});
