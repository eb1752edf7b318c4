import type { Prepared } from '../attention/prepare.ts';
import type { Sizes } from '../attention/sizes.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import { rows } from './kernel.ts';
import { keysAtOnce, queriesAtOnce, stateSize, type Places } from './places.ts';

/** Eight queries that go abreast: where their numbers stand, and which keys of the tile at hand they meet. */
export interface Eight {
  /** Places of (dK, 8), of (dV, 8), of all scores kept, of what softmax keeps, and of each tile's maxima. */
  readonly Q: number;
  readonly O: number;
  readonly strip: number;
  readonly state: number;
  readonly maxima: number;
  /** Of the third part of the state. */
  readonly rescale: number;
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

/** As many as go past a tile together, the last of them perhaps not full. */
export function eightsOf(places: Places, { n, m, dK }: Sizes): Eight[] {
  const eights: Eight[] = [];
  for (let g = 0; g * rows < Math.min(n, queriesAtOnce); g++) {
    const [Q, O] = [places.Q + g * rows * dK, places.O + g * places.outputOfEight];
    const [strip, state] = [places.S + g * places.scoresOfEight, places.state + g * stateSize];
    const maxima = places.maxima + g * Math.ceil(m / keysAtOnce) * rows;
    eights.push({ Q, O, strip, state, maxima, rescale: state + 2 * rows, i: 0, start: 0, end: 0, from: 0, keys: 0, S: strip });
  }
  return eights;
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
