import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmaxRow } from '../../../lib/attention/softmax.ts';
import { saturationAt, weightsAt } from '../../../lib/analysis/temperature.ts';

const scores = fc
  .array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 12 })
  .map((row) => Float32Array.from(row));

describe('temperature', () => {
  it('of 1 changes nothing', () => {
    fc.assert(
      fc.property(scores, (row) => {
        expect(weightsAt(row, 1)).toEqual(softmaxRow(row));
      }),
    );
  });

  it('raises the entropy and lowers the largest weight as it rises', () => {
    fc.assert(
      fc.property(scores, (row) => {
        const all = saturationAt(row, [0.1, 0.3, 1, 3, 10]);
        all.slice(1).forEach(({ entropy, largest }, at) => {
          expect(entropy).toBeGreaterThan(all[at]!.entropy - 1e-6);
          expect(largest).toBeLessThan(all[at]!.largest + 1e-6);
        });
      }),
    );
  });

  it('is worked by hand: ln 4 at T = 2 is ln 2', () => {
    const [first, second] = weightsAt(Float32Array.of(Math.log(4), 0), 2);
    expect(first).toBeCloseTo(2 / 3, 6);
    expect(second).toBeCloseTo(1 / 3, 6);
  });

  it('keeps a masked key at 0, and refuses what is no temperature', () => {
    expect(weightsAt(Float32Array.of(1, -Infinity), 5)[1]).toBe(0);
    for (const T of [0, -1, NaN, Infinity])
      expect(() => weightsAt(Float32Array.of(1), T)).toThrow(/positive and finite/);
  });
});
