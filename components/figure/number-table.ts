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
  const make = (tag: string, text = '', scope?: string): HTMLElement => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (scope) made.setAttribute('scope', scope);
    return made;
  };
  const line = (...cells: HTMLElement[]): HTMLElement => {
    const row = make('tr');
    row.append(...cells);
    return row;
  };
  const head = make('thead');
  head.append(
    line(
      corner === undefined ? make('td') : make('th', corner, 'col'),
      ...columns.map((label) => make('th', label, 'col')),
    ),
  );
  const body = make('tbody');
  body.append(
    ...rows.map((label, row) => {
      const name = make('th', label, 'row');
      if (lang) name.setAttribute('lang', lang);
      return line(name, ...columns.map((_, column) => make('td', cell(row, column))));
    }),
  );
  const table = make('table') as HTMLTableElement;
  table.append(make('caption', caption), head, body);
  return table;
}
