import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmaxRow } from '../../../lib/attention/index.ts';
import { softmaxJacobian, softmaxJacobianNorm } from '../../../lib/analysis/softmaxJacobian.ts';
import { range, rows } from '../attention/arbitrary.ts';

/** Softmax as the library's, but not rounded to float32, so that a small step can be seen. */
function exactSoftmax(scores: readonly number[]): number[] {
  const powers = scores.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

const scores = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 });
const weightsOf = (row: readonly number[]) => softmaxRow(Float32Array.from(row));
const saturating = range(1, 15).map((score) => weightsOf([score, 0, 0]));

describe('the Jacobian of softmax', () => {
  it('is what finite differences of softmax measure, to 1e-6', () => {
    fc.assert(
      fc.property(scores, (row) => {
        const J = rows(softmaxJacobian(exactSoftmax(row)));
        // In float64 a central difference of step 1e-4 is off by about 1e-9 in curvature and
        // 1e-12 in rounding; J itself is rounded to float32, which is off by at most 2e-8.
        const step = 1e-4;
        for (let j = 0; j < row.length; j++) {
          const [up, down] = [step, -step].map((h) => exactSoftmax(row.with(j, row[j]! + h))) as [number[], number[]];
          up.forEach((a, i) => expect(Math.abs((a - down[i]!) / (2 * step) - J[i]![j]!)).toBeLessThan(1e-6));
        }
      }),
    );
  });

  it('is known from the weights the library computes', () => {
    fc.assert(
      fc.property(scores, (row) => {
        const [exact, rounded] = [exactSoftmax(row), weightsOf(row)].map((a) => softmaxJacobian(a).data);
        exact!.forEach((slope, at) => expect(Math.abs(slope - rounded![at]!)).toBeLessThan(1e-6));
      }),
    );
  });

  it('has rows that sum to 0: what one key gains the others lose', () => {
    fc.assert(
      fc.property(scores, (row) => {
        for (const slopes of rows(softmaxJacobian(weightsOf(row))))
          expect(Math.abs(slopes.reduce((sum, slope) => sum + slope, 0))).toBeLessThan(1e-6);
      }),
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(scores, (row) => {
        const J = rows(softmaxJacobian(weightsOf(row)));
        J.forEach((slopes, i) => slopes.forEach((slope, j) => expect(slope).toBe(J[j]![i])));
      }),
    );
  });

  it('of weights ½, ¼, ¼ is what a hand computes', () => {
    expect(rows(softmaxJacobian([1 / 2, 1 / 4, 1 / 4]))).toEqual([
      [1 / 4, -1 / 8, -1 / 8],
      [-1 / 8, 3 / 16, -1 / 16],
      [-1 / 8, -1 / 16, 3 / 16],
    ]);
  });

  it('of a fully masked row is 0', () => {
    expect(softmaxJacobian([0, 0]).data.every((slope) => slope === 0)).toBe(true);
    expect(softmaxJacobianNorm([0, 0])).toBe(0);
  });
});

describe('the norm of the Jacobian of softmax', () => {
  it('is the root of the sum of its squares', () => {
    fc.assert(
      fc.property(scores, (row) => {
        expect(softmaxJacobianNorm(weightsOf(row))).toBeCloseTo(Math.hypot(...softmaxJacobian(weightsOf(row)).data), 6);
      }),
    );
  });

  it('goes to 0 as one weight goes to 1: a saturated softmax passes no gradient', () => {
    const norms = saturating.map(softmaxJacobianNorm);
    norms.slice(1).forEach((norm, at) => expect(norm).toBeLessThan(norms[at]!));
    expect(norms.at(-1)).toBeLessThan(1e-5);
  });

  it('is never more than twice what the largest weight leaves to the others', () => {
    // 1e-6 for weights that, rounded to float32, sum to 1 only to about that.
    fc.assert(
      fc.property(scores, (row) => {
        expect(softmaxJacobianNorm(weightsOf(row))).toBeLessThanOrEqual(2 * (1 - Math.max(...weightsOf(row))) + 1e-6);
      }),
    );
  });

  it('is largest, ½, for two equal weights and no others', () => {
    expect(softmaxJacobianNorm([1 / 2, 1 / 2])).toBe(1 / 2);
    expect(softmaxJacobianNorm([0, 1 / 2, 0, 1 / 2])).toBe(1 / 2);
    fc.assert(
      fc.property(scores, (row) => {
        const a = exactSoftmax(row);
        const [first, second] = a.toSorted((x, y) => y - x) as [number, number];
        const twoEqual = Math.abs(first - 1 / 2) < 1e-3 && Math.abs(second - 1 / 2) < 1e-3;
        expect(softmaxJacobianNorm(a)).toBeLessThanOrEqual(1 / 2 + 1e-12);
        if (!twoEqual) expect(softmaxJacobianNorm(a)).toBeLessThan(1 / 2);
      }),
      { numRuns: 500 },
    );
  });

  it('for m equal weights is √(m − 1)/m, small when they are many', () => {
    for (const m of [1, 2, 3, 10, 100])
      expect(softmaxJacobianNorm(Array(m).fill(1 / m))).toBeCloseTo(Math.sqrt(m - 1) / m, 12);
  });
});
