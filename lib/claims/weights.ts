import { rowSums } from '../analysis/rowSums.ts';
import { encode, tokenize } from '../encoder/index.ts';
import type { Claim } from './claim.ts';

/** What holds of every map of weights. */
export const weightsClaims: readonly Claim[] = [
  {
    id: 'rows-sum-to-one',
    says: 'by how much at most a row of weights misses the sum of 1, in all eight heads of the model on “I went to the bank to deposit money”',
    badge: 'trained',
    theory: {
      equals: 0,
      within: 8 * 2 ** -25,
      because: 'softmax divides by the total, and rounds each of eight weights to float32 by at most 2⁻²⁵',
    },
    decimals: 2,
    measure({ weights, vocabulary }) {
      const { ids } = tokenize('I went to the bank to deposit money', vocabulary);
      const maps = encode(ids, weights).layers.flatMap((layer) => layer.weights);
      return Math.max(...maps.flatMap((map) => rowSums(map, ids.length).map((sum) => Math.abs(sum - 1))));
    },
  },
];
