/** A choice that an address wishes for, as far as a sentence of n pieces has room for it; where not, the figure's own. */
export function granted<C extends { readonly query: number; readonly key: number }>(
  own: C,
  wished: { readonly query?: number | undefined; readonly key?: number | undefined },
  n: number,
): C {
  const within = (place: number | undefined, otherwise: number): number =>
    place !== undefined && place < n ? place : otherwise;
  return { ...own, query: within(wished.query, own.query), key: within(wished.key, own.key) };
}
