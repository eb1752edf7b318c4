/** A long sum of products, cut to what can be read. */
export interface LargestProducts<Term> {
  /** The products of largest size, whatever their sign, largest first. */
  readonly largest: readonly Term[];
  /** All other products: how many, and what they sum to. */
  readonly rest: { readonly count: number; readonly sum: number };
}

/**
 * Ranks the products of a sum by size, so that a figure can name the few that decide it.
 *
 * @param all The products, in any order.
 * @param terms How many to name; the others are summed.
 */
export function largestProducts<Term extends { readonly product: number }>(
  all: readonly Term[],
  terms: number,
): LargestProducts<Term> {
  const ranked = all.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const others = ranked.slice(terms);
  const sum = others.reduce((total, { product }) => total + product, 0);
  return { largest: ranked.slice(0, terms), rest: { count: others.length, sum } };
}
