/** Float32 for training, float64 where gradients are held to finite differences. */
export type Numbers = Float32Array | Float64Array;
/** A tensor of either precision, row-major. All that meet in one model have the same. */
export interface AnyTensor {
  readonly data: Numbers;
  readonly shape: readonly number[];
}

/** Which keys a query may look at. */
export interface Sight {
  /** Query i sees key j where j ≤ i. */
  readonly causal?: boolean | undefined;
  /** Query i sees key j where |i − j| is no more than this; default: any. */
  readonly window?: number | undefined;
  /** (batch): how many keys of each sequence are words; the rest is filling. */
  readonly lengths?: readonly number[] | undefined;
}

/** What attention hands back: output (batch, heads, n, dV), weights (batch, heads, n, m). */
export interface AttendedTo {
  readonly output: AnyTensor;
  readonly weights: AnyTensor;
}

/** The slopes of the loss along Q (batch, heads, n, dK), K (batch, heads, m, dK) and V (batch, heads, m, dV). */
export interface AttentionSlopes {
  readonly dQ: AnyTensor;
  readonly dK: AnyTensor;
  readonly dV: AnyTensor;
}

/**
 * What layers are made of: products, and attention both ways. `exact` writes them as loops, in the precision
 * of what comes in; `fast` hands them to lib/kernels, and a test holds the two to each other.
 */
export interface Arithmetic {
  /** A B: (n, k) (k, p) → (n, p). */
  product(A: AnyTensor, B: AnyTensor): AnyTensor;
  /** A Bᵀ: (n, k) (p, k) → (n, p). */
  productWithTransposed(A: AnyTensor, B: AnyTensor): AnyTensor;
  /** Aᵀ B: (k, n) (k, p) → (n, p). */
  transposedProduct(A: AnyTensor, B: AnyTensor): AnyTensor;
  /** softmax(QKᵀ/√dK) V: (batch, heads, n, dK) (batch, heads, m, dK) (batch, heads, m, dV). */
  attention(Q: AnyTensor, K: AnyTensor, V: AnyTensor, sight?: Sight): AttendedTo;
  /** The way back: weights (batch, heads, n, m) as they came out, dO (batch, heads, n, dV) the slope along the output. */
  attentionBack(Q: AnyTensor, K: AnyTensor, V: AnyTensor, weights: AnyTensor, dO: AnyTensor): AttentionSlopes;
}

/**
 * Room for new numbers, as precise as the ones they are made from.
 *
 * @param numbers Any count of numbers; only their precision is looked at.
 * @returns As many zeros as asked for.
 */
export function zerosLike(numbers: Numbers, count = numbers.length): Numbers {
  return numbers instanceof Float64Array ? new Float64Array(count) : new Float32Array(count);
}
