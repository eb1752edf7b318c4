/** Queries that advance side by side: one in each of the eight numbers of two vectors. */
export const rows = 8;

/**
 * The steps that fast attention is put together from. A kernel has a memory of its own; all
 * places in it are counted in floats from its start, and every count is at least 1. Eight rows stand *abreast* where their
 * numbers lie side by side: (columns, 8), so that one instruction serves several rows.
 *
 * `wasm/kernel.ts` has them in WebAssembly, `plain.ts` in TypeScript, and a test holds the
 * two to each other.
 */
export interface Kernel {
  /** Renewed by `reserve`: ask for it again afterwards. */
  readonly memory: Float32Array;
  /**
   * Makes the memory at least this many floats long; what was in it may be lost. It never shrinks.
   *
   * @throws RangeError where there is not so much memory.
   */
  reserve(floats: number): void;

  /** Lays eight rows of a matrix abreast, times a scale: (8, columns) with `stride` floats from row to row → (columns, 8). */
  pack(from: number, stride: number, columns: number, scale: number, to: number): void;

  /**
   * Compares eight queries with `keys` keys: S = K Qᵀ, abreast.
   * Works by fours: up to three rows after the last of `s` are overwritten, and as many keys read.
   *
   * @param q Queries abreast, (dK, 8). @param k Keys, (keys, dK). @param s Scores, (keys, 8).
   */
  scores(q: number, k: number, s: number, dK: number, keys: number): void;

  /**
   * One tile of online softmax, for eight queries at once: each score becomes 2^(score − max), where
   * max is the largest that its query has met so far.
   *
   * @param s (keys, 8), in units of log₂; −∞ where masked. Becomes the powers.
   * @param state Three times eight numbers: max, sum of powers, and `rescale` = 2^(old max − new max),
   *   which is what everything summed before must be multiplied by. At the start {@link lowest}, 0 and anything.
   */
  softmax(s: number, keys: number, state: number): void;

  /**
   * Takes in the values of a tile: O ← rescale · O + Pᵀ V, abreast.
   * Works by fours: up to three rows after the last of `o` are overwritten.
   *
   * @param p Powers, (keys, 8). @param v Values, (keys, columns). @param o Output so far, (columns, 8). @param rescale Eight numbers.
   */
  mix(p: number, v: number, o: number, keys: number, columns: number, rescale: number): void;

  /**
   * What turns powers into weights: 2^(max − latest max) / sum, or 0 where nothing was seen.
   *
   * @param max Eight maxima that the powers were measured from. @param state As softmax left it.
   * @param factor Eight numbers; may take the place of `max`.
   */
  share(max: number, state: number, factor: number): void;

  /**
   * Puts rows that stand abreast one under another, each times its factor: (columns, 8) → (8, columns),
   * `stride` floats from row to row.
   *
   * @param factor Eight numbers. In their place is left 0 for a row of finite numbers, NaN for any other.
   */
  unpack(from: number, factor: number, columns: number, to: number, stride: number): void;
}

/** The maximum of a query that has met no key: the least finite float32. In units of log₂, lower scores count as this one. */
export const lowest = -3.4028234663852886e38;
