import type { Tensor } from '../tensor.ts';
import { explainProduct } from './explainProduct.ts';
import { explainSoftmax } from './explainSoftmax.ts';
import { largestProducts, type LargestProducts } from './largestProducts.ts';
import { scoreRow } from '../attention/scores.ts';
import { sizesOf } from '../attention/sizes.ts';

/** One feature's part in a dot product. */
export interface Product {
  readonly feature: number;
  readonly query: number;
  readonly key: number;
  readonly product: number;
}

/** Every number on the way from one query and one key to their attention weight. */
export interface WeightExplained extends LargestProducts<Product> {
  /** q·k, which is `largest` and `rest` together. */
  readonly dot: number;
  readonly scale: number;
  /** The query's scaled scores, m of them, and this key's among them. */
  readonly scores: Float32Array;
  readonly score: number;
  readonly rowMax: number;
  /** exp(score − rowMax) of every key, this key's among them, and what they sum to. */
  readonly powers: readonly number[];
  readonly power: number;
  readonly total: number;
  readonly weight: number;
}

/**
 * Takes one attention weight apart: its products, dot product, score, power and share.
 * The numbers are those of {@link scaledDotProductAttention}, step for step.
 *
 * @param Q (n, dK) @param K (m, dK)
 * @param terms How many products to name; the others are summed.
 * @throws RangeError when shapes disagree or the query or key is not there.
 * @see Vaswani et al. 2017, eq. 1.
 */
export function explainWeight(Q: Tensor, K: Tensor, query: number, key: number, terms = 6): WeightExplained {
  const { n, m, dK } = sizesOf(Q, K, K);
  const isPlace = (index: number, count: number): boolean => Number.isInteger(index) && index >= 0 && index < count;
  if (!isPlace(query, n) || !isPlace(key, m))
    throw new RangeError(
      `There is no query ${query} with key ${key}: queries run from 0 to ${n - 1}, keys from 0 to ${m - 1}.`,
    );
  const q = Q.data.subarray(query * dK, (query + 1) * dK);
  const k = K.data.subarray(key * dK, (key + 1) * dK);
  const { terms: all, sum: dot } = explainProduct(q, k);
  const products = all.map(({ left, right, product }, feature) => ({ feature, query: left, key: right, product }));

  const scale = 1 / Math.sqrt(dK);
  const scores = scoreRow(q, K.data, scale);
  const { largest: rowMax, powers, power, total, weight } = explainSoftmax(scores, key);
  return {
    ...largestProducts(products, terms),
    dot,
    scale,
    scores,
    score: scores[key]!,
    rowMax,
    powers,
    power,
    total,
    weight: Math.fround(weight),
  };
}
