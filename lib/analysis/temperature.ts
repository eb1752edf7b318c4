import { saturationOf, type Saturation } from './saturation.ts';
import { softmaxRow } from '../attention/softmax.ts';

/**
 * One query's weights at a temperature: softmax(scores / T). Below 1 the largest weight
 * grows, above 1 all draw level; T = 1 changes nothing. Leaving out the division by √dK is
 * T = 1/√dK.
 *
 * @param scores m scaled scores, −∞ where masked.
 * @param T Above 0, without unit.
 * @throws RangeError when T is not positive and finite.
 * @see Hinton et al. 2015, "Distilling the knowledge in a neural network", eq. 1.
 */
export function weightsAt(scores: Float32Array, T: number): Float32Array {
  if (!(T > 0 && T < Infinity))
    throw new RangeError(`A temperature of ${T} is not positive and finite: give one above 0.`);
  return softmaxRow(scores.map((score) => score / T));
}

/**
 * How saturated one row is, at each of some temperatures.
 *
 * @param scores m scaled scores, −∞ where masked.
 * @throws RangeError when a temperature is not positive and finite.
 */
export function saturationAt(scores: Float32Array, temperatures: readonly number[]): Saturation[] {
  return temperatures.map((T) => saturationOf(weightsAt(scores, T)));
}
