import { maker } from './maker.ts';

/** A number as it is, for files, and as the page shows it. */
export interface Exact {
  readonly value: number;
  readonly text: string;
}

/** What stands in a cell: words, or a number. A cell holds one number and never two. */
export type Cell = string | Exact;

export const exact = (value: number, show: (value: number) => string = String): Exact => ({
  value,
  text: show(value),
});

/** Numbers of a figure: what its page lists and its files hold. A unit stands in the name of its column. */
export interface NumberTable {
  readonly caption: string;
  /** What the names of the rows are. */
  readonly corner?: string;
  readonly rows: readonly Cell[];
  readonly columns: readonly string[];
  /** The rows that the page has room for, where that is not all; files hold all. */
  readonly listed?: readonly number[];
  /** Names of rows and columns that are words of a text and not the page's own: no translation touches them. */
  readonly words?: readonly string[];
  /** The language of the rows' names, where that is not the page's. */
  readonly lang?: string;
  /** What stands in a cell, counted from 0. */
  cell(row: number, column: number): Cell;
}

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A figure's numbers as a real table. Works at build and in the page. */
export function numberTable(
  document: Document,
  { caption, corner, rows, columns, listed = [...rows.keys()], words = [], lang, cell }: NumberTable,
): HTMLTableElement {
  const make = maker(document);
  const heading = (name: string, scope: 'row' | 'col', language?: string): HTMLElement =>
    make('th', { scope, lang: language, dir: 'auto', translate: words.includes(name) && 'no' }, name);
  const head = make(
    'tr',
    {},
    corner === undefined ? make('td') : make('th', { scope: 'col' }, corner),
    ...columns.map((label) => heading(label, 'col')),
  );
  const body = listed.map((row) =>
    make(
      'tr',
      {},
      heading(textOf(rows[row]!), 'row', lang),
      ...columns.map((_, column) => make('td', {}, textOf(cell(row, column)))),
    ),
  );
  const table = make('table', {}, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...body));
  return table as HTMLTableElement;
}

/** A table with all its cells, as it travels in a page's HTML. */
export interface WrittenTable extends Omit<NumberTable, 'cell'> {
  readonly cells: readonly (readonly Cell[])[];
}

export function written({ cell, ...table }: NumberTable): WrittenTable {
  return { ...table, cells: table.rows.map((_, row) => table.columns.map((_, column) => cell(row, column))) };
}

export function readWritten({ cells, ...table }: WrittenTable): NumberTable {
  return { ...table, cell: (row, column) => cells[row]![column]! };
}
