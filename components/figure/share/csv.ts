import type { Cell, NumberTable } from '../number-table.ts';

/** A spreadsheet takes a text that begins so for a formula, and would run it. */
const formula = /^[=+\-@\t＝＋－＠]/;

/** A cell of a file: a number in full, a text so that it stays one. */
function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell.value);
  const plain = cell.trim().replace(/\s+/g, ' ');
  const harmless = formula.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Columns of one name are told apart by which of them they are: a sentence may say a word twice. */
function keysOf({ columns }: NumberTable): string[] {
  return columns.map((name, at) => `${name} ${columns.slice(0, at).filter((before) => before === name).length}`);
}

/**
 * A figure's tables as comma-separated values (RFC 4180), header first. Of several, each row begins
 * with the name of its table, and has nothing in the columns of the others.
 */
export function csvOf(tables: readonly NumberTable[]): string {
  const columns = new Map(tables.flatMap((table) => keysOf(table).map((key, at) => [key, table.columns[at]!])));
  const isOne = tables.length === 1;
  const corner = (isOne && tables[0]!.corner) || 'row';
  const rows = tables.flatMap((table) => {
    const keys = keysOf(table);
    const at = [...columns.keys()].map((key) => keys.indexOf(key));
    return table.rows.map((name, row) => [
      ...(isOne ? [] : [table.caption]),
      name,
      ...at.map((column) => (column < 0 ? '' : table.cell(row, column))),
    ]);
  });
  return [[...(isOne ? [] : ['table']), corner, ...columns.values()], ...rows]
    .map((row) => `${row.map(cellOf).join(',')}\r\n`)
    .join('');
}
