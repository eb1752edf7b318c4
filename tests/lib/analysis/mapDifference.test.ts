import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapDifference } from '../../../lib/analysis/mapDifference.ts';
import { rowSums } from '../../../lib/analysis/rowSums.ts';
import { softmax } from '../../../lib/attention/softmax.ts';
import { normal } from '../attention/arbitrary.ts';

it('mapDifference is second − first, and its rows sum to 0', () => {
  expect([...mapDifference(Float32Array.of(0.25, 0.75), Float32Array.of(0.5, 0.5))]).toEqual([0.25, -0.25]);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, n) => {
      const [a, b] = [softmax(normal(seed, n, n)).data, softmax(normal(seed + 1, n, n)).data];
      for (const sum of rowSums(mapDifference(a, b), n)) expect(sum).toBeCloseTo(0, 5);
    }),
  );
  expect(() => mapDifference(new Float32Array(4), new Float32Array(9))).toThrow('Maps of 4 and 9 weights');
});
