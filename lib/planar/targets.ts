import { tensor, type Tensor } from '../tensor.ts';
import type { Arrow, PlanarHead } from './arrows.ts';

/** A map to be met by four words' arrows. */
export interface Target {
  /** (4, 4), row = query. */
  readonly weights: Tensor;
  /** The best arrangement known: within {@link metWithin} where `reachable`, else as near as two dimensions come. */
  readonly best: PlanarHead;
  /** Whether two dimensions can meet it. */
  readonly reachable: boolean;
}

/** A target is met when no weight is further from it than this. */
export const metWithin = 0.05;

/** The weight of a word on itself in `evenRest`: the one that two dimensions miss by most. */
export const evenRestOwn = 5 / 8;

/** Corners of a square about the origin, counter-clockwise. */
const corners = (side: number): Arrow[] => [
  [side, side],
  [-side, side],
  [-side, -side],
  [side, -side],
];

const at = (key: number): number[] => [0, 1, 2, 3].map((each) => (each === key ? 1 : 0));
const looking = (...keys: readonly number[]): Tensor => tensor(keys.flatMap(at), [4, 4]);
/** Keys on a square, and queries that point at the corners named. */
function pointing(...keys: readonly number[]): PlanarHead {
  const square = corners(1.5);
  const far = corners(1.9);
  // Queries at one corner fan out a little, so that both can be seen and taken hold of.
  const fan = keys.map((key, query) => (keys.indexOf(key) === query ? 0 : 0.35));
  return {
    keys: square,
    queries: keys.map((key, query) => [far[key]![0] - fan[query]!, far[key]![1] + fan[query]!]),
  };
}

/**
 * Maps for four words. The first three ask only that one key of each row be far ahead, and
 * long arrows on a square do that. `evenRest` also asks that the three keys left behind
 * come out even: its scores have rank 3, and two dimensions miss it by `evenRestLimit`.
 * Its square has sides on which self, beside and across score as ln 9, ln 3 and 0 do.
 */
export const targets = {
  itself: { weights: looking(0, 1, 2, 3), best: pointing(0, 1, 2, 3), reachable: true },
  previous: { weights: looking(0, 0, 1, 2), best: pointing(0, 0, 1, 2), reachable: true },
  subject: { weights: looking(0, 1, 2, 0), best: pointing(0, 1, 2, 0), reachable: true },
  evenRest: {
    weights: tensor(
      [0, 1, 2, 3].flatMap((query) => at(query).map((one) => (one ? evenRestOwn : (1 - evenRestOwn) / 3))),
      [4, 4],
    ),
    best: squareFor(Math.log(3)),
    reachable: false,
  },
} as const satisfies Record<string, Target>;

export type TargetId = keyof typeof targets;

/** Queries and keys on one square, a word's score on itself `lead` above its score beside. */
function squareFor(lead: number): PlanarHead {
  // On corners (±a, ±a) and (±b, ±b), self less beside is 2ab/√2. Different a and b keep both in sight.
  const a = 1.1;
  return { queries: corners(a), keys: corners((lead * Math.SQRT2) / (2 * a)) };
}
