import { strongestOther, strongestPair, type Pair } from '#lib/analysis/strongestPair.ts';
import type { Choice, Pointing } from '../figure/definition.ts';
import { integer, optional, type State } from '../figure/state/fields.ts';
import { mostPieces } from '../model/excerpt.ts';

const piece = { from: 0, to: mostPieces - 1 };

/** Which layer and head a figure shows. Counted from 1, as on the page. */
export const headState = {
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
};

/** A query and a key, counted from 0. What a reader leaves open the figure chooses; another query leaves the key open. */
export function cellFields(range: { readonly from: number; readonly to: number }) {
  return { query: optional(integer(0, range)), key: { ...optional(integer(0, range)), follows: 'query' } };
}

/** One cell of one head. */
export const cellState = { ...headState, ...cellFields(piece) };

type Head = State<typeof headState>;

export const headControls: readonly Choice<typeof headState, unknown>[] = [
  { kind: 'strip', field: 'layer', label: 'Layer', options: ['1', '2'] },
  { kind: 'strip', field: 'head', label: 'Head', options: ['1', '2', '3', '4'] },
];

/** What is shown of n pieces by n, one cell of it chosen. */
interface Cells {
  readonly labels: readonly string[];
  readonly cell: readonly [query: number, key: number];
}

/** A map of a sentence with itself, moved over cell by cell. */
export const overCells: Extract<Pointing<typeof cellState, Cells>, { kind: 'cells' }> = {
  kind: 'cells',
  fields: ['query', 'key'],
  size: ({ labels: { length: n } }) => [n, n],
  chosen: ({ cell }) => cell,
};

export const nameOfHead = ({ layer, head }: Head): string => `layer ${layer}, head ${head}`;

/** Leaves open what a text of n pieces has no room for. */
export function fitCell<S extends Partial<State<typeof cellState>>>(state: S, n: number): S {
  const fit = (index: number | undefined): number | undefined => (index !== undefined && index < n ? index : undefined);
  return { ...state, query: fit(state.query), key: fit(state.key) };
}

/**
 * The cell that is shown: what a reader chose; of a row chosen alone, the strongest other key.
 *
 * @param weights `(n, n)`, or what else makes one key stronger than another. @param first The cell before any is chosen.
 */
export function cellOf(
  { query, key }: { readonly query?: number | undefined; readonly key?: number | undefined },
  weights: ArrayLike<number>,
  n: number,
  first: Pair = strongestPair(weights, n),
): readonly [query: number, key: number] {
  const row = query ?? first.query;
  return [row, key ?? (row === first.query ? first.key : strongestOther(weights, n, row))];
}

/** Where two words stand in a sentence, if both are in it: what a figure begins with before anything is chosen. */
export function pairOf(
  labels: readonly string[],
  query: string,
  key: string,
): { query: number; key: number } | undefined {
  const pair = { query: labels.indexOf(query), key: labels.indexOf(key) };
  return pair.query < 0 || pair.key < 0 ? undefined : pair;
}
