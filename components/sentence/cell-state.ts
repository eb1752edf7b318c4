import { integer, optional, type State } from '../figure/state/fields.ts';
import type { Place } from './encoder-figure.ts';
import { mostPieces } from '../model/figure-sentence.ts';

const piece = { from: 0, to: mostPieces - 1 };

/** One cell of one head. Layer and head count from 1, as on the page; query and key from 0, and are left open until a reader chooses. */
export const cellState = {
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
  query: optional(integer(0, piece)),
  key: optional(integer(0, piece)),
};

export const placeOf = ({ layer, head }: Pick<State<typeof cellState>, 'layer' | 'head'>): Place => ({
  layer: layer - 1,
  head: head - 1,
});
export const saidPlace = ({ layer, head }: Place): { layer: number; head: number } => ({
  layer: layer + 1,
  head: head + 1,
});

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
