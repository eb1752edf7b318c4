import { rotary } from '../attention/positions.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { positionSignal, signalFrequencies } from '../encoder/positionSignal.ts';
import { largestDifference } from '../largestDifference.ts';
import { seededNormal } from '../random.ts';
import { tensor, type Tensor } from '../tensor.ts';
import type { Claim } from './claim.ts';

const seed = 17;
const width = 256;
/** Positions that are moved, and how far. */
const [n, furthest] = [64, 64];

/** What a step of positions does to the two ways of telling them by angles. */
export const positionsClaims: readonly Claim[] = [
  {
    id: 'shift-is-a-rotation',
    says: 'the largest difference between the encoder’s position signal k positions further on and the signal here, its pairs rotated, for 64 positions and k up to 64',
    badge: 'computed',
    theory: {
      equals: 0,
      within: 4 * 2 ** -24,
      because:
        'sin(p + k)ω and cos(p + k)ω are sin pω and cos pω rotated by kω; sines are rounded to float32 before the rotation and after it, by at most 2⁻²⁵ each',
    },
    decimals: 2,
    measure: () => {
      const { data } = positionSignal(n + furthest, width);
      const from = (k: number): Tensor => ({ data: data.subarray(k * width, (k + n) * width), shape: [n, width] });
      const differences = Array.from({ length: furthest + 1 }, (_, k) => {
        // A pair is the sine first, then the cosine: as a point it turns the other way round.
        const turned = rotary(from(0), Array<number>(n).fill(-k), signalFrequencies(width));
        return largestDifference(turned.data, from(k).data).size;
      });
      return Math.max(...differences);
    },
  },
  {
    id: 'rotary-shift',
    says: 'the largest change of a scaled score between 16 random queries and keys of 64 features with rotary positions, all moved together by 1, 10, 100 and 1,000 positions',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 0,
      within: 1e-5,
      because:
        'a score depends on the difference of two positions; 64 products of numbers of size 4, rounded to float32, keep that within 1e-5',
    },
    decimals: 2,
    measure: () => {
      const normal = seededNormal(seed);
      const [Q, K] = [0, 1].map(() => tensor(Array.from({ length: 16 * 64 }, normal), [16, 64])) as [Tensor, Tensor];
      const scores = (first: number): Float32Array => {
        const positions = Array.from({ length: 16 }, (_, at) => first + at);
        return scaledDotProductAttention(rotary(Q, positions), rotary(K, positions), K, { returns: 'scores' }).scores
          .data;
      };
      return Math.max(...[1, 10, 100, 1000].map((first) => largestDifference(scores(first), scores(0)).size));
    },
  },
];
