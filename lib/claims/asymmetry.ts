import { asymmetry } from '../analysis/asymmetry.ts';
import { headOf } from '../attention/heads.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { similarity } from '../analysis/similarity.ts';
import { encode, tokenize } from '../encoder/index.ts';
import type { Claim, Model } from './claim.ts';

function secondLayer({ weights, vocabulary }: Model) {
  return encode(tokenize('I went to the bank to deposit money', vocabulary).ids, weights).layers[1]!;
}

export const asymmetryClaims: readonly Claim[] = [
  {
    id: 'asymmetry-of-scores',
    says: 'the asymmetry ‖S − Sᵀ‖ / ‖S + Sᵀ‖ of the scores of layer 2, head 2 on “I went to the bank to deposit money”',
    badge: 'trained',
    theory: {
      atLeast: 0.05,
      because:
        'Queries and keys come from two matrices that nothing forces to agree, so that training is free to let one word ask more than it is asked. Rounding alone leaves less than a millionth.',
    },
    decimals: 2,
    measure(model) {
      const { Q, K, V } = secondLayer(model);
      const { scores } = scaledDotProductAttention(headOf(Q, 1), headOf(K, 1), headOf(V, 1), { returns: 'scores' });
      return asymmetry(scores.data, scores.shape[0]!);
    },
  },
  {
    id: 'asymmetry-of-similarity',
    says: 'the same asymmetry of XXᵀ, that layer’s input compared with itself',
    badge: 'trained',
    theory: { equals: 0, within: 1e-6, because: 'A dot product does not change when its two vectors change places.' },
    decimals: 2,
    measure(model) {
      const { data, shape } = similarity(secondLayer(model).X);
      return asymmetry(data, shape[0]!);
    },
  },
];
