/** How far to either side of its own position a query may look: [left, right], −1 for no bound. */
export type Window = readonly [left: number, right: number];

/** Which keys a query may attend to, judged by position alone. */
export interface Rule {
  /** Forbids keys that lie after the query. */
  readonly causal?: boolean | undefined;
  /** Forbids keys too far from the query; default [−1, −1], no bound. */
  readonly window?: Window | undefined;
  /** Where the first query stands among the keys; default 0, and it may be negative. */
  readonly offset?: number | undefined;
  /** How many keys, from the first, are in use; default all. */
  readonly validLength?: number | undefined;
}

/**
 * Whether query i may attend to key j. Query i stands at key position p = i + offset.
 *
 * @param i Position of the query, from 0.
 * @param j Position of the key, from 0, cached keys included.
 * @see ONNX Attention operator, opsets 24 (offset) and 25 (window); Beltagy et al. 2020, section 3.1, for the window.
 */
// #region may-attend
export function mayAttend(i: number, j: number, rule: Rule): boolean {
  const { causal = false, window: [left, right] = [-1, -1], offset = 0, validLength = Infinity } = rule;
  const p = i + offset;
  return j < validLength && (!causal || j <= p) && (left === -1 || p - j <= left) && (right === -1 || j - p <= right);
}
// #endregion may-attend
