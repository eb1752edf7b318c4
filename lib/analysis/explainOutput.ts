import type { Tensor } from '../tensor.ts';
import { explainProduct } from './explainProduct.ts';
import { largestProducts, type LargestProducts } from './largestProducts.ts';

/** One key's part in one feature of an output. */
export interface Contribution {
  readonly key: number;
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

/** One feature of an output, taken apart. */
export interface OutputExplained extends LargestProducts<Contribution> {
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
  const values = V.data.filter((_, index) => index % dV === feature);
  const { terms: all, sum: output } = explainProduct(weights, values);
  const parts = all.map(({ left: weight, right: value, product }, key) => ({ key, weight, value, product }));
  return { ...largestProducts(parts, terms), output };
}
