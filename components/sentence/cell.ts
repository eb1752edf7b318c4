import type { Choice, Pointing } from '../figure/definition.ts';
import { integer, optional, type State } from '../figure/state/fields.ts';
import { mostPieces } from '../model/excerpt.ts';

const piece = { from: 0, to: mostPieces - 1 };

/** Which layer and head a figure shows. Counted from 1, as on the page. */
export const headState = {
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
};

/** One cell of one head. Query and key count from 0, and are left open until a reader chooses: then the figure does. */
export const cellState = { ...headState, query: optional(integer(0, piece)), key: optional(integer(0, piece)) };

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

/** Where two words stand in a sentence, if both are in it: what a figure begins with before anything is chosen. */
export function pairOf(
  labels: readonly string[],
  query: string,
  key: string,
): { query: number; key: number } | undefined {
  const pair = { query: labels.indexOf(query), key: labels.indexOf(key) };
  return pair.query < 0 || pair.key < 0 ? undefined : pair;
}
