import { entropy } from './entropy.ts';
import { softmaxJacobianNorm } from './softmaxJacobian.ts';

/** How far one query's weights are from even, by three measures. */
export interface Saturation {
  /** In nats: ln m where the weights are equal, 0 where one has it all. */
  readonly entropy: number;
  /** From 1/m to 1. */
  readonly largest: number;
  /** The Frobenius norm of the softmax Jacobian, from ½ down to 0: what a gradient can pass through. */
  readonly norm: number;
}

/**
 * Measures how far one query's weights are from even.
 *
 * @param weights m attention weights that sum to 1.
 */
export function saturationOf(weights: ArrayLike<number>): Saturation {
  let largest = 0;
  for (let j = 0; j < weights.length; j++) largest = Math.max(largest, weights[j]!);
  return { entropy: entropy(weights), largest, norm: softmaxJacobianNorm(weights) };
}

/** The mean of each measure over many queries. */
export function meanSaturation(all: readonly Saturation[]): Saturation {
  const mean = (name: keyof Saturation): number => all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return { entropy: mean('entropy'), largest: mean('largest'), norm: mean('norm') };
}
