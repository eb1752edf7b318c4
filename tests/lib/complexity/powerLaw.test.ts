import { describe, expect, it } from 'vitest';
import { factorOf, fitPowerLaw, valueAt } from '../../../lib/complexity/powerLaw.ts';
import { seededNormal } from '../../../lib/random.ts';

const lengths = [256, 512, 1024, 2048, 4096];

describe('fitPowerLaw', () => {
  it('finds an exact law exactly, with no error', () => {
    for (const exponent of [-0.5, 0, 1, 1.5, 2]) {
      const fit = fitPowerLaw(lengths.map((n) => ({ n, value: 0.003 * n ** exponent })));
      expect(fit.exponent).toBeCloseTo(exponent, 12);
      expect(fit.factor).toBeCloseTo(0.003, 12);
      expect(fit.error).toBeLessThan(1e-12);
    }
  });

  it('has the error that the formula gives on points worked by hand', () => {
    // Logarithms x = −1, 0, 1 and y = 0, 3, 0: slope 0, residuals −1, 2, −1, so √(6 / 1 / 2).
    const fit = fitPowerLaw([-1, 0, 1].map((x, i) => ({ n: Math.exp(x), value: Math.exp([0, 3, 0][i]!) })));
    expect(fit.exponent).toBeCloseTo(0, 12);
    expect(fit.error).toBeCloseTo(Math.sqrt(3), 12);
    expect(fit.factor).toBeCloseTo(Math.E, 12);
  });

  it('has an error that covers the true exponent as often as Student’s t says', () => {
    // Three degrees of freedom: within 1 error 60.9 % of the time, within 3.182 errors 95 %.
    const normal = seededNormal(11);
    const trials = 4000;
    let [one, most] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const { exponent, error } = fitPowerLaw(
        lengths.map((n) => ({ n, value: 2 * n ** 2 * Math.exp(0.05 * normal()) })),
      );
      const off = Math.abs(exponent - 2) / error;
      if (off < 1) one++;
      if (off < 3.182) most++;
    }
    // Four standard deviations of a share of 4,000.
    expect(Math.abs(one / trials - 0.609)).toBeLessThan(4 * Math.sqrt((0.609 * 0.391) / trials));
    expect(Math.abs(most / trials - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / trials));
  });

  it('refuses what has no slope', () => {
    expect(() =>
      fitPowerLaw([
        { n: 1, value: 1 },
        { n: 2, value: 2 },
      ]),
    ).toThrow('3 points, but 2');
    expect(() => fitPowerLaw([1, 2, 0].map((value) => ({ n: 8, value })))).toThrow('value 0 has no logarithm');
    expect(() => fitPowerLaw([1, 2, 3].map((value) => ({ n: 8, value })))).toThrow('two lengths');
  });
});

describe('factorOf', () => {
  it('puts a line of given slope through the points’ middle', () => {
    const samples = lengths.map((n) => ({ n, value: 7 * n ** 1.9 }));
    const middle = { n: 1024, value: 7 * 1024 ** 1.9 };
    expect(factorOf(samples, 2) * middle.n ** 2).toBeCloseTo(middle.value, 6);
    expect(factorOf(samples, 1.9)).toBeCloseTo(7, 12);
  });
});

describe('valueAt', () => {
  it('is on the line of the law', () => {
    expect(valueAt({ factor: 0.5, exponent: 2 }, 8)).toBe(32);
    expect(valueAt({ factor: 3, exponent: -1 }, 6)).toBe(0.5);
  });
});
