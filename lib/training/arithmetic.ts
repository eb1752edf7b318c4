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

/**
 * The four products that layers are made of. `exact` writes them as loops, in the precision
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
