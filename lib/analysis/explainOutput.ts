import type { Tensor } from '../tensor.ts';
import { largestProducts, type LargestProducts } from './largestProducts.ts';

/** One key's part in one feature of an output. */
export interface Contribution {
  readonly key: number;
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

/** One feature of an output, taken apart. */
export interface OutputExplained extends Pick<LargestProducts<Contribution>, 'largest' | 'rest'> {
  /** `largest` and `rest` together. */
  readonly output: number;
}

/**
 * Takes one feature of one output apart: every value, times its weight.
 *
 * @param weights One query's m attention weights.
 * @param V (m, dV)
 * @param terms How many products to name; the others are summed.
 * @throws RangeError when there is not a weight for each value, or no such feature.
 * @see Vaswani et al. 2017, eq. 1: the product with V.
 */
export function explainOutput(weights: Float32Array, V: Tensor, feature: number, terms = 6): OutputExplained {
  const [m = 0, dV = 0] = V.shape;
  if (weights.length !== m)
    throw new RangeError(`${weights.length} weights do not fit ${m} values: give one weight for each.`);
  if (!(Number.isInteger(feature) && feature >= 0 && feature < dV))
    throw new RangeError(`There is no feature ${feature}: features run from 0 to ${dV - 1}.`);
  const all = Array.from(weights, (weight, key) => {
    const value = V.data[key * dV + feature]!;
    return { key, weight, value, product: weight * value };
  });
  const { largest, rest, sum } = largestProducts(all, terms);
  return { largest, rest, output: sum };
}
