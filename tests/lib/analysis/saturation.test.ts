import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy, largestEntropy } from '../../../lib/analysis/entropy.ts';
import { softmaxRow } from '../../../lib/attention/index.ts';
import { normalSaturation } from '../../../lib/analysis/normalSaturation.ts';
import { meanSaturation, saturationOf } from '../../../lib/analysis/saturation.ts';
import { randomScores, saturationSweep } from '../../../lib/analysis/saturationSweep.ts';
import { softmaxJacobian, softmaxSlopes } from '../../../lib/analysis/softmaxJacobian.ts';
import { seededNormal } from '../../../lib/random.ts';

const weights = fc
  .array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((row) => softmaxRow(Float32Array.from(row)));

describe('entropy', () => {
  it('is worked by hand on ½, ¼, ¼, and leaves out a weight of 0', () => {
    expect(entropy([1 / 2, 1 / 4, 1 / 4])).toBeCloseTo(1.5 * Math.LN2, 12);
    expect(entropy([0, 1 / 2, 1 / 4, 1 / 4])).toBeCloseTo(1.5 * Math.LN2, 12);
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy([0, 0])).toBe(0);
  });

  it('is ln m for m equal weights, and never more', () => {
    for (const m of [1, 2, 16]) expect(entropy(Array(m).fill(1 / m))).toBeCloseTo(largestEntropy(m), 12);
    fc.assert(
      fc.property(weights, (row) => {
        expect(entropy(row)).toBeGreaterThanOrEqual(0);
        expect(entropy(row)).toBeLessThanOrEqual(largestEntropy(row.length) + 1e-6);
      }),
    );
  });
});

describe('saturation', () => {
  it('of equal weights and of one that has it all is what theory says', () => {
    const equal = saturationOf(Array(16).fill(1 / 16));
    expect(equal.entropy).toBeCloseTo(Math.log(16), 12);
    expect(equal.largest).toBe(1 / 16);
    expect(equal.norm).toBeCloseTo(Math.sqrt(15) / 16, 12);
    expect(saturationOf([0, 1, 0])).toEqual({ entropy: 0, largest: 1, norm: 0 });
    expect(meanSaturation([saturationOf([0, 1]), saturationOf([0.5, 0.5])])).toEqual({
      entropy: Math.LN2 / 2,
      largest: 0.75,
      norm: 0.25,
    });
  });

  it('has slopes that are the diagonal of the Jacobian', () => {
    fc.assert(
      fc.property(weights, (row) => {
        const { data } = softmaxJacobian(row);
        softmaxSlopes(row).forEach((slope, j) => expect(slope).toBe(data[j * row.length + j]));
      }),
    );
  });
});

describe('the saturation of normal scores', () => {
  it('begins at equal weights and ends at one that has it all', () => {
    const [none, , , much] = normalSaturation([0, 1, 100, 1e10], 16, 300, 5);
    expect(none!.entropy).toBeCloseTo(Math.log(16), 5);
    expect(none!.largest).toBeCloseTo(1 / 16, 6);
    expect(much!.entropy).toBeLessThan(0.01);
    expect(much!.largest).toBeGreaterThan(0.99);
    expect(much!.norm).toBeLessThan(0.01);
  });

  it('rises with the variance', () => {
    const all = normalSaturation([0, 1, 2, 4, 16, 64, 256, 1024], 16, 300, 5);
    all.slice(1).forEach(({ entropy, largest }, at) => {
      expect(entropy).toBeLessThan(all[at]!.entropy);
      expect(largest).toBeGreaterThan(all[at]!.largest);
    });
  });
});

describe('the sweep over d', () => {
  const sweep = { sizes: [1, 4, 64, 512], queries: 300, keys: 16, seed: 3 };

  it('lengthens the vectors it has: a shorter list of sizes finds the same scores', () => {
    const scores = randomScores(seededNormal(1), 5, [2, 8]);
    expect(randomScores(seededNormal(1), 5, [8])).toEqual(scores.slice(1));
    const normal = seededNormal(1);
    const [q0, k0, , , , , q1, k1] = Array.from({ length: 12 }, normal) as number[];
    expect(scores[0]!.raw[0]).toBeCloseTo(q0! * k0! + q1! * k1!, 5);
    scores[1]!.scaled.forEach((score, j) => expect(score).toBeCloseTo(scores[1]!.raw[j]! / Math.sqrt(8), 5));
  });

  it('finds variance d, and 1 after the division, within four standard errors', () => {
    saturationSweep(sweep).forEach(({ raw, scaled }, at) => {
      const d = sweep.sizes[at]!;
      // Given its query, a row's scores have variance |q|², itself d ± √(2d): both chances count.
      const error = Math.sqrt((2 * (1 + 2 / d)) / (sweep.queries * sweep.keys) + 2 / (d * sweep.queries));
      expect(Math.abs(raw.variance / d - 1)).toBeLessThan(4 * error);
      expect(Math.abs(scaled.variance - 1)).toBeLessThan(4 * error);
    });
  });

  it('finds at large d the saturation of normal scores', () => {
    const found = saturationSweep(sweep).at(-1)!;
    const [raw, scaled] = normalSaturation([512, 1], 16, 2000, 9);
    // A measure that strays by 0.25 from query to query is known to 0.015 over 300: four of those.
    for (const name of ['entropy', 'largest', 'norm'] as const) {
      expect(Math.abs(found.raw[name] - raw![name])).toBeLessThan(0.06);
      expect(Math.abs(found.scaled[name] - scaled![name])).toBeLessThan(0.06);
    }
  });

  it('depends on the seed alone', () => {
    const few = { sizes: [2, 4], queries: 3, keys: 4, seed: 8 };
    expect(saturationSweep(few)).toEqual(saturationSweep(few));
    expect(saturationSweep(few)).not.toEqual(saturationSweep({ ...few, seed: 9 }));
  });
});
