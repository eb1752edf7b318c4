import type { Numbers } from '../../../lib/training/arithmetic.ts';

/** How far to step to either side: the error of the differences is about its square, 1e-10, and 1e-16 / step, 1e-11. */
const step = 1e-5;

/** The slope of a loss along each number, measured: step to both sides and divide the difference. Float64. */
export function finiteDifferences(numbers: Numbers, loss: () => number): Float64Array {
  return Float64Array.from(numbers, (value, at) => {
    numbers[at] = value + step;
    const above = loss();
    numbers[at] = value - step;
    const below = loss();
    numbers[at] = value;
    return (above - below) / (2 * step);
  });
}

/** The largest difference, as a share of the largest slope. */
export function relativeError(derived: Numbers, measured: Numbers): number {
  const largest = Math.max(...Array.from(measured, Math.abs));
  return Math.max(...Array.from(measured, (slope, at) => Math.abs(slope - derived[at]!))) / largest;
}
