/**
 * Fast attention is a loop over tiles, in TypeScript, that calls the six steps of a kernel.
 * Its words:
 *
 * - **lane**: one of the eight numbers that one step computes side by side, one for each of eight
 *   queries. Nothing ever passes from lane to lane.
 * - **query block**: eight queries, one a lane. **query tile**: up to eight such blocks, 64 queries,
 *   which go past the same keys. **key tile**: the 64 keys, with their values, that they meet next.
 * - **packed**: eight rows laid lane by lane, (columns, 8), so that one instruction serves all eight.
 * - **offset**: where numbers begin in a kernel's memory, counted in floats. **layout**: all offsets
 *   that one head needs.
 * - **power**: 2^(score − max); **max** and **sum** are a query's running maximum, and the sum of its
 *   powers; **rescale** is what older sums are multiplied by when a tile raises the maximum;
 *   the **normaliser**, 1 / sum, makes weights of powers and the output of what was accumulated.
 *
 * `wasm/wasmKernel.ts` has the steps in WebAssembly, `plainKernel.ts` in TypeScript, and a test holds the
 * two to each other.
 */

/** Queries of a block, and rows that are packed together: two vectors of four numbers. */
export const lanes = 8;
/** Queries of a tile: the keys that they meet are fetched once for all of them. */
export const queryTile = 64;
/** Keys of a tile: they, and in their turn its values, fit the nearest cache: 16 KB each at d = 64. */
export const keyTile = 64;

/** The maximum of a query that has met no key: the least finite float32. In units of log₂, lower scores count as this one. */
export const lowest = -3.4028234663852886e38;

/** The steps, and the memory that they work in. Every count is at least 1. */
export interface Kernel {
  /** Renewed by `reserve`: ask for it again afterwards. */
  readonly memory: Float32Array;
  /**
   * Makes the memory at least this many floats long; what was in it may be lost. It never shrinks.
   *
   * @throws RangeError where there is not so much memory.
   */
  reserve(floats: number): void;

  /** Packs eight rows of a matrix, times a scale: (8, columns) with `stride` floats from row to row → (columns, 8). */
  pack(from: number, stride: number, columns: number, scale: number, to: number): void;

  /**
   * Compares a query block with `keys` keys: S = K Qᵀ.
   * Works by fours: up to three rows after the last of `s` are overwritten, and as many keys read.
   *
   * @param q Packed queries, (dK, 8). @param k Keys, (keys, dK). @param s Scores, (keys, 8).
   */
  scores(q: number, k: number, s: number, dK: number, keys: number): void;

  /**
   * One tile of online softmax: each score becomes its power, 2^(score − max), where max is the
   * largest that its query has met so far.
   *
   * @param s (keys, 8), in units of log₂; −∞ where masked. Becomes the powers.
   * @param state Three times eight numbers: max, sum, and rescale = 2^(old max − new max).
   *   At the start {@link lowest}, 0 and anything.
   */
  softmax(s: number, keys: number, state: number): void;

  /**
   * Takes in the values of a tile: O ← rescale · O + Vᵀ P.
   * Works by fours: up to three rows after the last of `o` are overwritten.
   *
   * @param p Powers, (keys, 8). @param v Values, (keys, columns). @param o Output so far, (columns, 8). @param rescale Eight numbers.
   */
  accumulate(p: number, v: number, o: number, keys: number, columns: number, rescale: number): void;

  /**
   * What powers are multiplied by to be weights: 2^(max − latest max) / sum, or 0 where nothing was seen.
   *
   * @param max Eight maxima that the powers were measured from. @param state As softmax left it.
   * @param normaliser Eight numbers.
   */
  normalise(max: number, state: number, normaliser: number): void;

  /**
   * Lays packed rows one under another, each times its factor: (columns, 8) → (8, columns),
   * `stride` floats from row to row.
   *
   * @param factor Eight numbers.
   * @param check Eight numbers: 0 for a row of finite numbers, NaN for any other; may stand where `factor` does.
   */
  unpack(from: number, factor: number, columns: number, to: number, stride: number, check: number): void;
}
