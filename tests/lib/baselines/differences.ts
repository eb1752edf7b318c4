import { seededRandom } from '../../../lib/random.ts';
import { sizeOf, tensor, type Tensor } from '../../../lib/tensor.ts';

/**
 * The step h and the tolerance of the finite differences, for inputs and weights in [−½, ½],
 * 4 positions and 3 features.
 *
 * Rounding: the loss sums 12 products of a slope of at most ½ with a float32 state, each off
 * by some three roundings of 2⁻²⁵: 5e-7, which the formula below magnifies 1.5/h-fold, to
 * 1.3e-5. Curvature: the formula is off by h⁴/30 times a fifth derivative; that of tanh is at
 * most 16, half a slope and inputs of at most ½ make it 16 · ½ · 2⁻⁵ for each of 12 states: 3, and 1.6e-6.
 * Slopes are of order 0.01 to 1.
 */
export const step = 2 ** -4;
export const tolerance = 3e-5;

/** Uniform in [−½, ½] on a grid of 2⁻¹², so that adding a step to a number does not round it. */
export function onGrid(seed: number, ...shape: number[]): Tensor {
  const random = seededRandom(seed);
  return tensor(
    Array.from({ length: sizeOf(shape) }, () => Math.round((random() - 0.5) * 4096) / 4096),
    shape,
  );
}

/** The product of an output and the slope of the loss along it, in float64. */
export function lossOf(output: Tensor, slope: Tensor): number {
  return output.data.reduce((sum, value, at) => sum + value * slope.data[at]!, 0);
}

/** The slope along one number: (8 (f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h. */
export function slopeOf(moved: (by: number) => number): number {
  return (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step);
}

/** The slope along each number of a tensor. */
export function slopesOf(x: Tensor, loss: (x: Tensor) => number): Tensor {
  return { ...x, data: x.data.map((value, at) => slopeOf((by) => loss({ ...x, data: x.data.with(at, value + by) }))) };
}
