import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { convexHull, type Point } from '../planar/convexHull.ts';
import { distanceOutside } from '../planar/distanceOutside.ts';
import { seededNormal } from '../random.ts';
import { tensor } from '../tensor.ts';
import type { Claim } from './claim.ts';

const seed = 5;

/** An output is a blend of values, and stays among them. */
export const hullClaims: readonly Claim[] = [
  {
    id: 'outside-the-hull',
    says: 'the furthest that an output lay outside the convex hull of its values, in 2,000 random rows of six values in a plane',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 0,
      within: 1e-6,
      because:
        'weights are not negative and sum to 1, so that an output is a convex combination of the values; sums are rounded to float32, at sizes up to 4',
    },
    decimals: 2,
    measure: () => {
      const normal = seededNormal(seed);
      let furthest = 0;
      for (let row = 0; row < 2000; row++) {
        const [K, V] = [
          tensor(
            Float32Array.from({ length: 6 }, () => 3 * normal()),
            [6, 1],
          ),
          tensor(Float32Array.from({ length: 12 }, normal), [6, 2]),
        ];
        const [x, y] = scaledDotProductAttention(tensor([1], [1, 1]), K, V, { scale: 1 }).output.data;
        const values = Array.from({ length: 6 }, (_, key): Point => [V.data[2 * key]!, V.data[2 * key + 1]!]);
        furthest = Math.max(furthest, distanceOutside([x!, y!], convexHull(values)));
      }
      return furthest;
    },
  },
];
