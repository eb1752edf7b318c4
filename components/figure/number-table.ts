import { maker } from './maker.ts';

export interface NumberTable {
  readonly caption: string;
  /** What the names of the rows are. */
  readonly corner?: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The language of the rows' names, where that is not the page's. */
  readonly lang?: string;
  /** What stands in a cell, counted from 0. */
  cell(row: number, column: number): string;
}

/** A figure's numbers as a real table. Works at build and in the page. */
export function numberTable(
  document: Document,
  { caption, corner, rows, columns, lang, cell }: NumberTable,
): HTMLTableElement {
  const make = maker(document);
  const head = make(
    'tr',
    {},
    corner === undefined ? make('td') : make('th', { scope: 'col' }, corner),
    ...columns.map((label) => make('th', { scope: 'col' }, label)),
  );
  const body = rows.map((label, row) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row', lang }, label),
      ...columns.map((_, column) => make('td', {}, cell(row, column))),
    ),
  );
  const table = make('table', {}, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...body));
  return table as HTMLTableElement;
}
