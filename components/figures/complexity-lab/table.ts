import { numberTable } from '../../figure/number-table.ts';
import { captionOf, columns, rowsOf } from './lab.ts';
import type { Measured } from './measured.ts';

/** Every point as a row, its length in front. Works at build and in the page. */
export function tableOf(document: Document, measured: Measured): HTMLTableElement {
  const rows = rowsOf(measured);
  const table = numberTable(document, {
    caption: captionOf(measured),
    rows: rows.map(([n]) => n),
    columns,
    cell: (row, column) => rows[row]![column + 1]!,
  });
  table.querySelector('thead td')!.textContent = 'n';
  return table;
}
