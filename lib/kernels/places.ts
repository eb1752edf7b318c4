import type { Sizes } from '../attention/sizes.ts';
import { rows } from './kernel.ts';

/** Queries that go through a tile of keys together, so that the tile is fetched once for all of them. */
export const queriesAtOnce = 64;
/** Keys of a tile: with their values they fit the nearest cache, 32 KB at d = 64. */
export const keysAtOnce = 64;
/** Numbers that softmax keeps of eight queries: max, sum and rescale of each. */
export const stateSize = 3 * rows;

/** Where everything stands in a kernel's memory, in floats from its start. */
export type Places = ReturnType<typeof placesFor>;

/** Shares out a memory for one head: its keys and values, and what 64 queries need on their way. */
export function placesFor({ n, m, dK, dV }: Sizes, withWeights: boolean) {
  let end = 0;
  const take = (floats: number): number => {
    const start = end;
    end += Math.ceil(floats / 16) * 16; // whole cache lines
    return start;
  };
  const queries = Math.ceil(Math.min(n, queriesAtOnce) / rows) * rows;
  const eights = queries / rows;
  // A kernel works by fours, and may read or write three rows too many.
  const scoresOfEight = (withWeights ? m + 3 : keysAtOnce) * rows;
  const outputOfEight = Math.ceil(dV / 4) * 4 * rows;
  return {
    K: take((m + 3) * dK),
    V: take(m * dV + 3),
    /** Rows one under another, on their way in and out. */
    stage: take(Math.max(queries * Math.max(dK, dV), withWeights ? rows * m : 0)),
    Q: take(queries * dK),
    /** Scores, then powers, of a tile; of all keys where the weights are asked for. */
    S: take(eights * scoresOfEight),
    /** These two start at 0, and stand side by side. */
    O: take(eights * outputOfEight),
    state: take(eights * stateSize),
    /** What the powers of each tile were measured from, where the weights are asked for. */
    maxima: take(withWeights ? queries * Math.ceil(m / keysAtOnce) : 0),
    factor: take(rows),
    scoresOfEight,
    outputOfEight,
    floats: end,
  };
}
