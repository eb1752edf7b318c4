import { layoutFor } from '../kernels/layout.ts';

const float32 = 4;

/**
 * Bytes of one head's attention weights, all of them held at once in float32: 4nm.
 *
 * @param n Queries. @param m Keys.
 */
export function weightsBytes(n: number, m = n): number {
  return float32 * n * m;
}

/**
 * Bytes that tiled attention holds instead: the scores of one tile, and for each
 * query the running maximum and the running total of online softmax. The output grows
 * where it stands anyway.
 *
 * @param tile Queries and keys of a tile; a shorter sequence fills only part of it.
 * @see Milakov & Gimelshein 2018, algorithm 3, for online softmax; Dao et al. 2022, algorithm 1 and theorem 1: O(n) beyond input and output.
 */
export function tiledBytes(n: number, tile = 64): number {
  return weightsBytes(Math.min(n, tile)) + 2 * float32 * n;
}

/**
 * Bytes that the fast kernel shares out for one head: a copy of its keys and values, and what
 * 64 queries need on their way. The copy grows with n, the rest is full at 64 positions.
 *
 * @param d Features of a query, a key and a value.
 */
export function kernelBytes(n: number, d: number): number {
  return float32 * layoutFor({ leading: [], batch: 1, heads: 1, keyHeads: 1, n, m: n, dK: d, dV: d }, false).floats;
}

/** Bytes of all that a recurrence hands from one position to the next: d numbers in float32. */
export function stateBytes(d: number): number {
  return float32 * d;
}
