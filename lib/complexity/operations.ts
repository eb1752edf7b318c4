/**
 * Operations are multiply–adds: one product and its addition to a sum, the inner step of
 * every matrix product. One is two floating-point operations (FLOPs). Counted is the forward pass. Left out are what is not in a matrix product: the n² exponentials
 * and divisions of softmax, the nd of tanh, biases. Results are whole numbers; past 2⁵³,
 * which n = 2²⁰ reaches at d = 4096, only those that float64 can hold are exact, and
 * powers of two are among them.
 */
export interface AttentionOperations {
  /** QKᵀ: each of n queries with each of n keys, over d features. */
  readonly scores: number;
  /** A·V: each of n outputs from each of n values, over d features. */
  readonly mixing: number;
  /** The two products that grow with n², together: 2n²d. */
  readonly products: number;
  /** X·WQ, X·WK, X·WV and what WO makes of the heads' outputs: 4nd². */
  readonly projections: number;
  /** All of the layer: 2n²d + 4nd². */
  readonly total: number;
}

/**
 * The multiply–adds of one self-attention layer. How many heads share the d features does
 * not matter: h heads of d/h features take as many as one of d.
 *
 * @param n Positions. @param d Features of a position, over all heads.
 * @see Vaswani et al. 2017, table 1: O(n²·d), the two products; the projections (section 3.2.2) are not in that table.
 */
export function attentionOperations(n: number, d: number): AttentionOperations {
  const scores = n * n * d;
  const mixing = n * n * d;
  const projections = 4 * n * d * d;
  return { scores, mixing, products: scores + mixing, projections, total: scores + mixing + projections };
}

/**
 * The length at which attention's two products take as many multiply–adds as its four
 * projections: 2n²d = 4nd² where n = 2d. Shorter, the projections dominate; longer, the products.
 */
export function balancedLength(d: number): number {
  return 2 * d;
}

/** How many pairs of matrices a recurrence has, one for the input and one for the state: one for each gate, and one more. */
const pairs = { simple: 1, gru: 3, lstm: 4 } as const;
export type Cell = keyof typeof pairs;

/**
 * The multiply–adds of a recurrence: at each of n positions the input and the state before go
 * through a d × d matrix each. That is 2nd² for a simple one; a GRU does it three times, 6nd²,
 * an LSTM four times, 8nd².
 *
 * @see Vaswani et al. 2017, table 1: O(n·d²); Cho et al. 2014 for the GRU; Hochreiter & Schmidhuber 1997
 * for the LSTM, here with the forget gate that it is used with today.
 */
export function recurrenceOperations(n: number, d: number, cell: Cell = 'simple'): number {
  return 2 * pairs[cell] * n * d * d;
}

/**
 * The multiply–adds of a convolution from d features to d, its k inputs filled up with
 * zeros at the ends: knd².
 *
 * @see Vaswani et al. 2017, table 1: O(k·n·d²).
 */
export function convolutionOperations(n: number, d: number, k: number): number {
  return k * n * d * d;
}

/**
 * How many pairs of query and key remain when each query sees only w positions to either
 * side and itself: r = 2w + 1 keys, fewer at the ends. n² where w reaches everything.
 */
export function windowPairs(n: number, w: number): number {
  const reach = Math.min(w, n - 1);
  return n * (2 * reach + 1) - reach * (reach + 1);
}

/**
 * The multiply–adds of self-attention restricted to w positions either side, by code that
 * skips the other pairs.
 *
 * @see Vaswani et al. 2017, table 1 and section 4: O(r·n·d), projections left out.
 */
export function windowOperations(n: number, d: number, w: number): AttentionOperations {
  const scores = windowPairs(n, w) * d;
  const { projections } = attentionOperations(n, d);
  return { scores, mixing: scores, products: 2 * scores, projections, total: 2 * scores + projections };
}
