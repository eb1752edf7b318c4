import type { Cell } from '../number-table.ts';
import type { Taken } from './taken.ts';

/** JSON has no number that is endless or none: it is written as its name. */
const valueOf = (cell: Cell): string | number =>
  typeof cell === 'string' ? cell : Number.isFinite(cell.value) ? cell.value : String(cell.value);

/** What a figure is set to and all its numbers, with their names and where they come from. */
export function jsonOf(
  { id, title, badge, source, sentence, settings, state, tables }: Taken,
  { link, site }: { readonly link: string; readonly site: string },
): string {
  const written = {
    figure: id,
    title,
    site,
    link,
    numbers: { from: badge, source },
    sentence,
    settings,
    state,
    tables: tables.map(({ caption, corner, rows, columns, cell }) => ({
      caption,
      rows: { name: corner, labels: rows.map(valueOf) },
      columns,
      values: rows.map((_, row) => columns.map((_, column) => valueOf(cell(row, column)))),
    })),
  };
  return `${JSON.stringify(written, null, 1)}\n`;
}
