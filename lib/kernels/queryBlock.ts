import type { Prepared } from '../attention/prepare.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import { keyTile, lanes } from './kernel.ts';

/** Eight queries, one a lane: at which offsets their numbers stand, and which keys of the tile at hand they meet. */
export interface QueryBlock {
  /** (dK, 8) */
  readonly Q: number;
  /** Scores, then powers, of one key tile; of all keys where they are kept. */
  readonly scores: number;
  /** (dV, 8) */
  readonly O: number;
  /** What softmax keeps: max, sum and rescale, eight of each. */
  readonly state: number;
  /** The last third of it. */
  readonly rescale: number;
  /** Eight normalisers, once all keys were met. */
  readonly normaliser: number;
  /** Then 0 for each query whose output is finite, NaN for any other. */
  readonly check: number;
  /** The maxima that the powers of each key tile were measured from, where they are kept. */
  readonly tileMaxima: number;
  /** The first query. */
  i: number;
  /** The stretch of keys that any of the eight may attend to. */
  start: number;
  end: number;
  /** How much of it lies in the key tile: none, where `keys` is not above 0. */
  from: number;
  keys: number;
  /** Offset of the scores of this tile, (keys, 8). */
  S: number;
}

/** The block now holds the queries of a head from `i` on. */
export function holdQueries(block: QueryBlock, i: number, head: number, { sizes, rules }: Prepared): void {
  const { heads, n, m } = sizes;
  const rule = rules[Math.floor(head / heads)]!;
  block.i = i;
  block.start = stretchStart(i, rule);
  block.end = stretchEnd(Math.min(i + lanes, n) - 1, m, rule);
}

/** The block now meets the key tile from `j` on: which of it any of the eight may attend to, and where their scores go. */
export function meetTile(block: QueryBlock, j: number, kept: boolean): void {
  block.from = Math.max(j, block.start);
  block.keys = Math.min(j + keyTile, block.end) - block.from;
  // Where they are kept, one tile stands behind another.
  block.S = kept ? block.scores + block.from * lanes : block.scores;
}
