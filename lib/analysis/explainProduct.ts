/** One product of a sum of products. */
export interface Term {
  readonly left: number;
  readonly right: number;
  readonly product: number;
}

/** A sum of products, taken apart. */
export interface ProductExplained {
  readonly terms: readonly Term[];
  /** What the terms sum to, in float64. */
  readonly sum: number;
}

/**
 * Takes a dot product apart, in the order in which the library sums it.
 *
 * @param left k numbers, a row of one matrix. @param right k numbers, a column of the other.
 * @throws RangeError when their lengths differ.
 */
export function explainProduct(left: ArrayLike<number>, right: ArrayLike<number>): ProductExplained {
  if (left.length !== right.length)
    throw new RangeError(
      `A row of ${left.length} and a column of ${right.length} have no dot product: make them of one length.`,
    );
  const terms = Array.from(left, (number, index) => ({
    left: number,
    right: right[index]!,
    product: number * right[index]!,
  }));
  return { terms, sum: terms.reduce((sum, { product }) => sum + product, 0) };
}
