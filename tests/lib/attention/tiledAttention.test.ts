import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention, type Window } from '../../../lib/attention/index.ts';
import { tiledAttention } from '../../../lib/attention/tiledAttention.ts';
import { expectClose, inputs, normal } from './arbitrary.ts';

const bound = fc.integer({ min: -1, max: 4 });
const rules = fc.record({
  tile: fc.integer({ min: 1, max: 7 }),
  causal: fc.boolean(),
  window: fc.option(fc.tuple(bound, bound), { nil: undefined }) as fc.Arbitrary<Window | undefined>,
});

describe('tiled attention', () => {
  it('is attention, to 1e-5, whatever the shapes, the tile, the window', () => {
    fc.assert(
      fc.property(inputs, rules, fc.boolean(), ({ Q, K, V }, { tile, causal, window }, skip) => {
        const { output } = scaledDotProductAttention(Q, K, V, { causal, window });
        expectClose(tiledAttention(Q, K, V, { tile, causal, window, skip }).output, output);
      }),
      { numRuns: 500 },
    );
  });

  it('is attention on more positions than one default tile holds', () => {
    const [Q, K, V] = [normal(1, 150, 8), normal(2, 130, 8), normal(3, 130, 5)];
    for (const options of [{}, { causal: true }, { window: [20, 3] as const }])
      expectClose(tiledAttention(Q, K, V, options).output, scaledDotProductAttention(Q, K, V, options).output);
  });

  it('leaves out exactly the tiles in which every pair is masked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        rules,
        (n, m, { tile, causal, window }) => {
          const [Q, K, V] = [normal(1, n, 2), normal(2, m, 2), normal(3, m, 2)];
          const { masked } = scaledDotProductAttention(Q, K, V, { causal, window, returns: 'masked' });
          const open = new Set<string>();
          masked.data.forEach((score, pair) => {
            if (score !== -Infinity)
              open.add(`${Math.floor(Math.floor(pair / m) / tile)} ${Math.floor((pair % m) / tile)}`);
          });
          expect(tiledAttention(Q, K, V, { tile, causal, window }).tiles).toBe(open.size);
          expect(tiledAttention(Q, K, V, { tile, causal, window, skip: false }).tiles).toBe(
            Math.ceil(n / tile) * Math.ceil(m / tile),
          );
        },
      ),
    );
  });

  it('refuses shapes, windows and tiles that do not fit', () => {
    const Q = normal(1, 3, 2);
    expect(() => tiledAttention(Q, normal(1, 3, 4), Q)).toThrow(/same number of features/);
    expect(() => tiledAttention(Q, Q, Q, { window: [-2, 0] })).toThrow(/window/);
    for (const tile of [0, 2.5]) expect(() => tiledAttention(Q, Q, Q, { tile })).toThrow(/whole number/);
  });
});
