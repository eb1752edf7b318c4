import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlineSoftmax, type Stop } from '../../../lib/attention/onlineSoftmax.ts';
import { softmaxRow, weightedSum } from '../../../lib/attention/index.ts';
import { normal } from './arbitrary.ts';

/** Softmax of all the keys at once, and the weighted sum: what every stop must equal. */
function atOnce(scores: Float32Array, values: Float32Array): number[] {
  return [...weightedSum(softmaxRow(scores), values, scores)];
}

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a, (x, i) => Math.abs(x - b[i]!)).reduce((worst, size) => Math.max(worst, size), 0);

const stopsOf = (scores: readonly number[], values: readonly number[], tile?: number): Stop[] => [
  ...onlineSoftmax(Float32Array.from(scores), Float32Array.from(values), tile),
];

const score = fc.oneof(
  { weight: 4, arbitrary: fc.float({ min: -30, max: 30, noNaN: true }) },
  fc.constant(-Infinity),
  fc.constant(1000),
);
const rows = fc.record({
  scores: fc.array(score, { minLength: 1, maxLength: 24 }).map((row) => Float32Array.from(row)),
  dV: fc.integer({ min: 1, max: 4 }),
  tile: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(),
});

describe('online softmax', () => {
  it('has at every stop the answer over the keys seen so far, to 1e-6', () => {
    fc.assert(
      fc.property(rows, ({ scores, dV, tile, seed }) => {
        const values = normal(seed, scores.length, dV).data;
        const stops = [...onlineSoftmax(scores, values, tile)];
        expect(stops).toHaveLength(Math.ceil(scores.length / tile));
        for (const { seen, max, output } of stops) {
          expect(max).toBe(Math.max(...scores.subarray(0, seen)));
          expect(farthest(output, atOnce(scores.subarray(0, seen), values.subarray(0, seen * dV)))).toBeLessThan(1e-6);
        }
        expect(stops.at(-1)!.seen).toBe(scores.length);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to the same answer whatever the tile', () => {
    fc.assert(
      fc.property(rows, ({ scores, dV, tile, seed }) => {
        const values = normal(seed, scores.length, dV).data;
        const [one, other] = [1, tile].map((size) => [...onlineSoftmax(scores, values, size)].at(-1)!);
        expect(farthest(one!.output, other!.output)).toBeLessThan(1e-12);
        expect(one!.sum).toBeCloseTo(other!.sum, 10);
      }),
    );
  });

  it('is worked by hand on three keys', () => {
    const [first, second, third] = stopsOf([0, Math.LN2, 0], [1, 4, 7]) as [Stop, Stop, Stop];
    expect(first).toMatchObject({ seen: 1, max: 0, sum: 1, rescale: 0 });
    // Half of the first key is left when the second, twice as strong, sets the measure.
    expect(second.rescale).toBeCloseTo(1 / 2, 6);
    expect(second.sum).toBeCloseTo(3 / 2, 6);
    expect(second.output[0]).toBeCloseTo((1 + 2 * 4) / 3, 6);
    expect(third.rescale).toBe(1);
    expect(third.sum).toBeCloseTo(2, 6);
    expect(third.output[0]).toBeCloseTo((1 + 2 * 4 + 7) / 4, 6);
  });

  it('does not overflow where e to the score would', () => {
    for (const { sum, output } of stopsOf([1, 1000, 999], [1, 2, 3])) {
      expect(sum).toBeLessThanOrEqual(3);
      expect(output[0]).toBeGreaterThanOrEqual(1);
    }
  });

  it('passes over masked keys, and gives nothing while there is no other', () => {
    const stops = stopsOf([-Infinity, -Infinity, 2], [NaN, NaN, 5]);
    expect(stops.map(({ output }) => output[0])).toEqual([0, 0, 5]);
    expect(stops.map(({ rescale }) => rescale)).toEqual([1, 1, 0]);
  });

  it('refuses what does not fit, saying what to change', () => {
    expect(() => stopsOf([1, 2], [1, 2, 3])).toThrow(/3 numbers of values.*2 scores/);
    for (const tile of [0, 1.5, NaN]) expect(() => stopsOf([1], [1], tile)).toThrow(/whole number/);
  });
});
