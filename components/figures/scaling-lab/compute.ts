import { normalSaturation } from '#lib/analysis/normalSaturation.ts';
import type { Saturation } from '#lib/analysis/saturation.ts';
import {
  randomScores,
  saturationSweep,
  type MeasuredScores,
  type RawAndScaled,
} from '#lib/analysis/saturationSweep.ts';
import { seededNormal } from '#lib/random.ts';

export const sizes = Array.from({ length: 13 }, (_, power) => 2 ** power);
export const keys = 16;
export const queries = 64;
/** Seeds go round. */
export const seeds = 1000;

/** What was drawn from one seed, at each of the sizes. */
export interface Drawn {
  /** Means over all queries. */
  readonly measured: readonly RawAndScaled<MeasuredScores>[];
  /** The first query's scores, as they are and divided. */
  readonly scores: readonly RawAndScaled<Float32Array>[];
  /** What the means are held against. */
  readonly expected: readonly Saturation[];
}

let expected: readonly Saturation[] | undefined;

export function drawnFrom({ seed }: { readonly seed: number }): Drawn {
  return {
    measured: saturationSweep({ sizes, queries, keys, seed }),
    scores: randomScores(seededNormal(seed), keys, sizes),
    // Draws of its own, and many of them, the same for every seed.
    expected: (expected ??= normalSaturation(sizes, keys, 2000, 1)),
  };
}
