import { encode, tokenize } from '../encoder/index.ts';
import { layout } from '../encoder/layout.ts';
import { largestDifference } from '../largestDifference.ts';
import { rowCosines } from '../rowCosines.ts';
import { sizeOf } from '../tensor.ts';
import type { Claim, Model } from './claim.ts';

/** The sentences that the chapters show the model on. */
const sentences = [
  'I went to the bank to deposit money',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple and then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
  'The river bank is high',
  'The central bank is high',
] as const;

/** Each sentence as the rounded model reads it, and as the original does. */
function readings({ weights, vocabulary, original }: Model) {
  const whole = original();
  return sentences.map((sentence) => {
    const { ids } = tokenize(sentence, vocabulary);
    return [encode(ids, weights).layers, encode(ids, whole).layers] as const;
  });
}

/** How many numbers the model has, and what rounding them to 8 bits does to what the pages print. */
export const roundingClaims: readonly Claim[] = [
  {
    id: 'model-size',
    says: 'how many millions of trained numbers the model has, counted in its tensors',
    badge: 'trained',
    theory: {
      equals: 6.98,
      within: 0.005,
      because:
        '8,002 pieces of 256 numbers make 2.05 million, the first layer’s matrices 2.04, the second’s 2.63, the last map of a sentence 0.26',
    },
    decimals: 2,
    measure: () => layout.reduce((sum, { shape }) => sum + sizeOf(shape), 0) / 1e6,
  },
  {
    id: 'rounding-weight',
    says: `the most that rounding the model to 8 bits moves an attention weight, in all eight heads on ${sentences.length} sentences`,
    badge: 'trained',
    theory: {
      atMost: 0.05,
      because:
        'a rounded number is off by at most 1/254 of the largest in its column, and such errors have either sign: over hundreds of features they mostly cancel, so that scores move by hundredths',
    },
    decimals: 3,
    measure: (model) =>
      Math.max(
        ...readings(model).flatMap(([rounded, original]) =>
          rounded.flatMap(({ weights }, layer) =>
            weights.map((map, head) => largestDifference(map, original[layer]!.weights[head]!).size),
          ),
        ),
      ),
  },
  {
    id: 'rounding-vector',
    says: 'the smallest cosine between a vector that leaves the rounded model and the same vector of the original, on the same sentences',
    badge: 'trained',
    theory: {
      atLeast: 0.99,
      because: 'errors of 1 in 254 that mostly cancel leave a vector of 512 numbers pointing where it pointed',
    },
    decimals: 4,
    measure: (model) =>
      Math.min(
        ...readings(model).flatMap(([rounded, original]) => {
          const [ours, theirs] = [rounded[1]!.vectors!, original[1]!.vectors!];
          return rowCosines(ours.data, theirs.data, ours.shape[1]!);
        }),
      ),
  },
];
