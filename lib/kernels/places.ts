import type { Sizes } from '../attention/sizes.ts';
import type { Eight } from './eight.ts';
import { rows } from './kernel.ts';

/** Queries that go through a tile of keys together, so that the tile is fetched once for all of them. */
export const queriesAtOnce = 64;
/** Keys of a tile: they, and in their turn its values, fit the nearest cache: 16 KB each at d = 64. */
export const keysAtOnce = 64;
/** Numbers that softmax keeps of eight queries: max, sum and rescale of each. */
const stateSize = 3 * rows;

/** Where everything stands in a kernel's memory, in floats from its start. */
export type Places = ReturnType<typeof placesFor>;

/** Shares out a memory for one head: its keys and values, and what 64 queries need on their way, eight by eight. */
export function placesFor({ n, m, dK, dV }: Sizes, kept: boolean) {
  let end = 0;
  const take = (floats: number): number => {
    const start = end;
    end += Math.ceil(floats / 16) * 16; // whole cache lines
    return start;
  };
  const count = Math.ceil(Math.min(n, queriesAtOnce) / rows);
  // A kernel works by fours, and may read or write three rows too many.
  const K = take((m + 3) * dK);
  const V = take(m * dV + 3);
  /** Rows one under another, on their way in and out. */
  const stage = take(rows * Math.max(count * Math.max(dK, dV), kept ? m : 0));
  const eights: Eight[] = [];
  while (eights.length < count) {
    const [Q, strip] = [take(rows * dK), take(rows * (kept ? m + 3 : keysAtOnce))];
    const O = take(rows * Math.ceil(dV / 4) * 4);
    const state = take(stateSize);
    const maxima = take(kept ? rows * Math.ceil(m / keysAtOnce) : 0);
    eights.push({
      Q,
      strip,
      O,
      state,
      rescale: state + 2 * rows,
      maxima,
      i: 0,
      start: 0,
      end: 0,
      from: 0,
      keys: 0,
      S: strip,
    });
  }
  return { K, V, stage, eights, floats: end };
}
