import { dotProductVariance, spreadOf, varianceError } from '../analysis/dotProductVariance.ts';
import { entropy, largestEntropy } from '../analysis/entropy.ts';
import { headOf } from '../attention/heads.ts';
import { saturationOf } from '../analysis/saturation.ts';
import { saturationSweep, type MeasuredScores, type RawAndScaled } from '../analysis/saturationSweep.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { softmaxRow } from '../attention/softmax.ts';
import { softmaxJacobianNorm } from '../analysis/softmaxJacobian.ts';
import { weightsAt } from '../analysis/temperature.ts';
import { encode, tokenize } from '../encoder/index.ts';
import { matmul } from '../matmul.ts';
import { seededNormal } from '../random.ts';
import { tensor, type Tensor } from '../tensor.ts';
import type { Claim, Model } from './claim.ts';

const seed = 17;
const keys = 16;

let found: RawAndScaled<MeasuredScores> | undefined;
/** 100 queries of 4,096 components, each with 16 keys of its own; drawn once for all claims about them. */
const at4096 = (): RawAndScaled<MeasuredScores> =>
  (found ??= saturationSweep({ sizes: [4096], queries: 100, keys, seed })[0]!);

/** The scores of *bank* in the page's own sentence, layer 2, head 2, and how many features they are made of. */
function bankScores({ weights, vocabulary }: Model): { scores: Float32Array; dK: number } {
  const { pieces, ids } = tokenize('I went to the bank to deposit money', vocabulary);
  const { Q, K, V } = encode(ids, weights).layers[1]!;
  const [q, k, v] = [headOf(Q, 1), headOf(K, 1), headOf(V, 1)];
  const { data, shape } = scaledDotProductAttention(q, k, v, { returns: 'scores' }).scores;
  const [n, query] = [shape.at(-1)!, pieces.findIndex((piece) => piece.endsWith('bank'))];
  return { scores: data.subarray(query * n, (query + 1) * n), dK: q.shape.at(-1)! };
}

/** GPT's sizes and the spread of its matrices when it was drawn (Radford et al. 2018, section 4.1); heads of 64 features. */
const fresh = { width: 768, features: 64, deviation: 0.02, heads: 10, positions: 100 };

let drawn: { readonly variance: number; readonly entropy: number } | undefined;

/** Undivided scores of heads just drawn, on normalised random inputs: their variance, and the mean entropy of rows of 16 keys. */
function freshScores(): { readonly variance: number; readonly entropy: number } {
  if (drawn) return drawn;
  const { width, features, deviation, heads, positions } = fresh;
  const normal = seededNormal(seed);
  const draw = (rows: number, columns: number, by: number): Tensor =>
    tensor(
      Array.from({ length: rows * columns }, () => by * normal()),
      [rows, columns],
    );
  const all: number[] = [];
  const entropies: number[] = [];
  for (let head = 0; head < heads; head++) {
    const [Q, K] = [0, 1].map(() => matmul(draw(positions, width, 1), draw(width, features, deviation))) as [
      Tensor,
      Tensor,
    ];
    const { data } = scaledDotProductAttention(Q, K, K, { scale: 1, returns: 'scores' }).scores;
    all.push(...data);
    for (let start = 0; start < data.length; start += positions)
      entropies.push(entropy(softmaxRow(data.subarray(start, start + keys))));
  }
  return (drawn = {
    variance: spreadOf(Float64Array.from(all)).variance,
    entropy: spreadOf(Float64Array.from(entropies)).mean,
  });
}

export const scalingClaims: readonly Claim[] = [
  {
    id: 'dot-product-variance',
    says: 'the variance of q·k over d, at d = 64, for random queries and keys of unit variance',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 1,
      within: 4 * varianceError(64, 4000),
      because:
        'd products of independent numbers of variance 1 sum to variance d; over 4,000 pairs the ratio strays by 2.3%, and four such errors are allowed',
    },
    decimals: 2,
    measure: () => dotProductVariance(64, 4000, seed).raw.variance / 64,
  },
  {
    id: 'scaled-dot-product-variance',
    says: 'the variance of q·k / √d, at d = 1,024',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 1,
      within: 4 * varianceError(1024, 1000),
      because:
        'dividing by √d divides a variance of d by d; over 1,000 pairs it strays by 4.5%, and four such errors are allowed',
    },
    decimals: 2,
    measure: () => dotProductVariance(1024, 1000, seed).scaled.variance,
  },
  {
    id: 'largest-weight-unscaled',
    says: 'the mean largest weight of 16 keys at d = 4,096, scores not divided',
    badge: 'seeded random',
    seed,
    theory: {
      atLeast: 0.9,
      because:
        'the largest of 16 normal scores of standard deviation 64 lies 31 above the next on average (0.48 standard deviations), and e⁻³¹ leaves the others nothing',
    },
    decimals: 2,
    measure: () => at4096().raw.largest,
  },
  {
    id: 'jacobian-norm-unscaled',
    says: 'the mean norm of the softmax Jacobian of 16 keys at d = 4,096, scores not divided',
    badge: 'seeded random',
    seed,
    theory: { atMost: 0.2, because: 'the norm is at most 2 (1 − the largest weight), whose mean is at least 0.9' },
    decimals: 2,
    measure: () => at4096().raw.norm,
  },
  {
    id: 'entropy-unscaled',
    says: 'the entropy of the weights, as a share of the largest it can be, at d = 4,096, scores not divided',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 0.1,
      because: 'it goes to 0 as one weight goes to 1; normal scores of that variance, drawn apart, have 2% of it',
    },
    decimals: 0,
    percent: true,
    measure: () => at4096().raw.entropy / largestEntropy(keys),
  },
  {
    id: 'entropy-scaled',
    says: 'the entropy of the weights, as a share of the largest it can be, at d = 4,096, scores divided by √d',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 0.85,
      within: 0.028,
      because:
        '100,000 rows of 16 normal scores of variance 1, drawn apart, have 85.0% of it; a row strays by 6.8 points, the mean of 100 by 0.7, and four such errors are allowed',
    },
    decimals: 0,
    percent: true,
    measure: () => at4096().scaled.entropy / largestEntropy(keys),
  },
  {
    id: 'fresh-score-variance',
    says: 'the variance of undivided scores of heads of 64 features, their matrices drawn with standard deviation 0.02 over 768 random features of unit variance',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 768 ** 2 * 64 * 0.02 ** 4,
      within: 0.3,
      because:
        'each feature of a query or key has the variance 768 · 0.02² = 0.31, and 64 products of two have 64 · 0.31² = 6.04; ten heads of 100 queries and keys stray by about 0.07, and four such errors are allowed',
    },
    decimals: 1,
    measure: () => freshScores().variance,
  },
  {
    id: 'fresh-entropy',
    says: 'the entropy of 16 weights made of such scores, as a share of the largest it can be',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 0.505,
      within: 0.04,
      because:
        '200,000 rows of 16 such scores, drawn apart, have 50.5% of it; 1,000 rows of ten heads stray by about 1 point, and four such errors are allowed',
    },
    decimals: 0,
    percent: true,
    measure: () => freshScores().entropy / largestEntropy(keys),
  },
  {
    id: 'largest-jacobian-norm',
    says: 'the largest norm of the softmax Jacobian in 5,000 random rows of 2 to 16 keys',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 0.5 + 1e-6,
      because:
        'its square is at most s (1 − s) ≤ ¼, s being the sum of squared weights; weights rounded to float32 may miss by a millionth',
    },
    decimals: 2,
    measure: () => {
      const normal = seededNormal(seed);
      let largest = 0;
      for (let row = 0; row < 5000; row++) {
        const scores = Float32Array.from({ length: 2 + (row % 15) }, () => 3 * normal());
        largest = Math.max(largest, softmaxJacobianNorm(softmaxRow(scores)));
      }
      return largest;
    },
  },
  {
    id: 'bank-entropy',
    says: 'the entropy of the weights of “bank” in “I went to the bank to deposit money”, layer 2, head 2',
    badge: 'trained',
    theory: { atMost: Math.log(8), because: 'eight keys can have at most ln 8, 2.08' },
    decimals: 2,
    measure: (model) => saturationOf(weightsAt(bankScores(model).scores, 1)).entropy,
  },
  {
    id: 'bank-undivided',
    says: 'the largest weight of the same row, had its scores not been divided by √d',
    badge: 'trained',
    theory: {
      atLeast: 0.97,
      because: 'the next score is 0.50 behind, undivided 5.7; seven keys that far behind get at most 2.4% together',
    },
    decimals: 3,
    measure: (model) => {
      const { scores, dK } = bankScores(model);
      return saturationOf(weightsAt(scores, 1 / Math.sqrt(dK))).largest;
    },
  },
];
