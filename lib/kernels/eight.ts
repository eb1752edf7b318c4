import type { Prepared } from '../attention/prepare.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import { rows } from './kernel.ts';
import { keysAtOnce } from './places.ts';

/** Eight queries that go abreast: where their numbers stand, and which keys of the tile at hand they meet. */
export interface Eight {
  /** Place of (dK, 8). */
  readonly Q: number;
  /** Place of the scores, then powers, of a tile; of all keys where they are kept. */
  readonly strip: number;
  /** Place of (dV, 8). What softmax keeps stands right behind it: max, sum and `rescale`. */
  readonly O: number;
  readonly state: number;
  readonly rescale: number;
  /** Place of what the powers of each tile were measured from, where they are kept. */
  readonly maxima: number;
  /** The first query. */
  i: number;
  /** The stretch of keys that any of the eight may attend to. */
  start: number;
  end: number;
  /** How much of it lies in the tile: none, where `keys` is not above 0. */
  from: number;
  keys: number;
  /** Place of their scores, (keys, 8). */
  S: number;
}

/** The eight are now the queries of a head from `i` on. */
export function begin(eight: Eight, i: number, head: number, { sizes: { heads, n, m }, rules }: Prepared): void {
  const rule = rules[Math.floor(head / heads)]!;
  eight.i = i;
  eight.start = stretchStart(i, rule);
  eight.end = stretchEnd(Math.min(i + rows, n) - 1, m, rule);
}

/** The tile is now that of the keys from `j` on: which of them any of the eight may attend to, and where their scores go. */
export function meet(eight: Eight, j: number, kept: boolean): void {
  eight.from = Math.max(j, eight.start);
  eight.keys = Math.min(j + keysAtOnce, eight.end) - eight.from;
  // Where they are kept, one tile stands behind another.
  eight.S = kept ? eight.strip + eight.from * rows : eight.strip;
}

/** Where the powers are kept: what those of the tile from `j` on were measured from. */
export function keepMaxima(memory: Float32Array, { maxima, state }: Eight, j: number): void {
  memory.copyWithin(maxima + (j / keysAtOnce) * rows, state, state + rows);
}
