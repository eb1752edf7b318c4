import { describe, expect, it } from 'vitest';
import { dotProductVariance, varianceError } from '../../../lib/analysis/dotProductVariance.ts';
import { range } from '../attention/arbitrary.ts';

const samples = 2000;
/** Four standard errors, which a normal number misses by more about once in 16,000 seeds. */
const band = 4;

describe('the dot product of a random query and key', () => {
  it.each([1, 2, 4, 16, 64, 256, 1024])('of %i components has variance d, and mean 0', (d) => {
    const { raw } = dotProductVariance(d, samples, d);
    expect(Math.abs(raw.variance / d - 1)).toBeLessThan(band * varianceError(d, samples));
    expect(Math.abs(raw.mean)).toBeLessThan(band * Math.sqrt(d / samples));
  });

  it.each([1, 2, 4, 16, 64, 256, 1024])('of %i components, times 1/√d, has variance 1, and mean 0', (d) => {
    const { scaled } = dotProductVariance(d, samples, d);
    expect(Math.abs(scaled.variance - 1)).toBeLessThan(band * varianceError(d, samples));
    expect(Math.abs(scaled.mean)).toBeLessThan(band / Math.sqrt(samples));
  });

  it.each([1, 4])('of %i components misses its variance by as much as the docstring derives', (d) => {
    const [few, runs] = [500, 600];
    const misses = range(0, runs).map((seed) => dotProductVariance(d, few, seed).raw.variance / d - 1);
    const measured = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / runs);
    // Misses are nearly normal, so their root mean square is itself known to 1/√(2 · runs), 2.9 %:
    // four of those are 12 %. A derivation that forgot the 6/d would be off by 100 % and 32 %.
    expect(Math.abs(measured / varianceError(d, few) - 1)).toBeLessThan(0.12);
  });

  it('is drawn from the seed alone', () => {
    expect(dotProductVariance(8, 50, 3)).toEqual(dotProductVariance(8, 50, 3));
    expect(dotProductVariance(8, 50, 3)).not.toEqual(dotProductVariance(8, 50, 4));
  });

  it('refuses too few samples or components, naming both', () => {
    expect(() => dotProductVariance(4, 1, 0)).toThrow(/1 samples of 4 components.*at least 2/);
    expect(() => dotProductVariance(0, 9, 0)).toThrow(RangeError);
    expect(() => dotProductVariance(1.5, 9, 0)).toThrow(RangeError);
  });
});
