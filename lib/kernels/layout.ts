import type { Sizes } from '../attention/sizes.ts';
import { keyTile, lanes, queryTile } from './kernel.ts';
import type { QueryBlock } from './queryBlock.ts';

/** Offsets of all that one head needs. */
export interface Layout {
  /** (m, dK) */
  readonly K: number;
  /** (m, dV) */
  readonly V: number;
  /** Rows one under another, on their way in and out. */
  readonly staging: number;
  /** The blocks of one query tile, before they hold any queries. */
  readonly blocks: readonly QueryBlock[];
  /** How long the memory has to be. */
  readonly floats: number;
}

/**
 * Shares out a memory for one head: its keys and values, and what a query tile needs on its way.
 *
 * @param kept Whether the powers of all key tiles are kept.
 */
export function layoutFor({ n, m, dK, dV }: Sizes, kept: boolean): Layout {
  let end = 0;
  const take = (floats: number): number => {
    const start = end;
    end += Math.ceil(floats / 16) * 16; // whole cache lines
    return start;
  };
  const count = Math.ceil(Math.min(n, queryTile) / lanes);
  // A kernel works by fours, and may read or write three rows too many.
  const K = take((m + 3) * dK);
  const V = take(m * dV + 3);
  const staging = take(lanes * Math.max(count * Math.max(dK, dV), kept ? m : 0));
  const blocks: QueryBlock[] = [];
  while (blocks.length < count) {
    const state = take(5 * lanes);
    blocks.push({
      Q: take(lanes * dK),
      scores: take(lanes * (kept ? m + 3 : keyTile)),
      O: take(lanes * Math.ceil(dV / 4) * 4),
      state,
      rescale: state + 2 * lanes,
      normaliser: state + 3 * lanes,
      check: state + 4 * lanes,
      tileMaxima: take(kept ? lanes * Math.ceil(m / keyTile) : 0),
      i: 0,
      start: 0,
      end: 0,
      from: 0,
      keys: 0,
      S: 0,
    });
  }
  return { K, V, staging, blocks, floats: end };
}
