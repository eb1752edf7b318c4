/** A model that writes, as far as the cost of its attention asks. */
export interface Decoder {
  readonly layers: number;
  /** Heads of queries in each layer. */
  readonly heads: number;
  /** Heads of keys and values in each layer: as many as of queries, or fewer, each shared by several. */
  readonly keyHeads: number;
  /** Features of a query, a key or a value, in one head. */
  readonly dK: number;
  /** Positions that a query sees, the last of them its own; nothing where it sees all before it. */
  readonly window?: number | undefined;
}

/** @see Jiang et al. 2023, table 1. */
export const mistral7B = { layers: 32, heads: 32, keyHeads: 8, dK: 128, window: 4096 } as const satisfies Decoder;

/** Bytes of a number in 16 bits, as large models keep them. */
const float16 = 2;

/**
 * Pairs of a query and a key that it may see, where each of n positions sees itself and those
 * before it, `window` of them at most: n(n + 1)/2 where the window reaches all.
 */
export function causalPairs(n: number, window = n): number {
  const seen = Math.min(window, n);
  return (seen * (seen + 1)) / 2 + (n - seen) * seen;
}

/**
 * The multiply–adds of QKᵀ and A·V in all layers, for n positions: two products of dK for each pair and head.
 *
 * @param decoder Its shape. @param n Positions.
 */
export function decoderProducts({ layers, heads, dK, window }: Decoder, n: number): number {
  return 2 * layers * heads * dK * causalPairs(n, window);
}

/**
 * Bytes of the scores of one layer, where all n × n of each head are stored in 16 bits.
 *
 * @param decoder Its shape. @param n Positions.
 */
export function scoresBytes({ heads }: Decoder, n: number): number {
  return float16 * heads * n * n;
}

/**
 * Bytes of the keys and values that are kept of n positions, in 16 bits: 2 · layers · keyHeads · dK
 * numbers for each that the next query can see.
 *
 * @param decoder Its shape. @param n Positions.
 * @see Shazeer 2019 and Ainslie et al. 2023, for heads that share keys and values; Jiang et al. 2023, section 2, for a cache that a window bounds.
 */
export function cacheBytes({ layers, keyHeads, dK, window }: Decoder, n: number): number {
  return float16 * 2 * layers * keyHeads * dK * Math.min(n, window ?? n);
}

/**
 * The multiply–adds of one layer's two products, of d features, while n positions are written one
 * after another. With a cache, only the new query of each step meets the keys so far. Without one, all
 * are computed again at each step.
 */
export function writingProducts(n: number, d: number, isCached: boolean): number {
  return isCached ? n * (n + 1) * d : (n * (n + 1) * (n + 2) * d) / 3;
}
