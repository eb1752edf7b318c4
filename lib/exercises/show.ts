import type { Shaped } from './exercise.ts';

/** At most this many numbers of a row, and rows of a matrix, are told. */
const most = 6;

/** A number as the answer tells it: four significant digits, a true minus, and nothing hidden. */
export function showOne(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const text = x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e6) ? x.toExponential(1) : String(+x.toPrecision(4));
  return text.replaceAll('-', '−');
}

function showRow(numbers: readonly number[]): string {
  const shown = numbers.slice(0, most).map(showOne);
  return [...shown, ...(numbers.length > most ? ['…'] : [])].join('  ');
}

/** A list as a line; of a matrix the lines around the one that holds `index`. */
export function showNumbers({ shape, numbers }: Shaped, index = 0): string {
  if (shape.length < 2) return showRow(numbers);
  const columns = shape.at(-1)!;
  const rows = Array.from({ length: Math.min(shape[0]!, 100) }, (_, i) =>
    numbers.slice(i * columns, (i + 1) * columns),
  );
  const from = Math.max(0, Math.min(Math.floor(index / columns) - most + 1, rows.length - most));
  const lines = rows.slice(from, from + most).map(showRow);
  return [...(from > 0 ? ['…'] : []), ...lines, ...(from + most < rows.length ? ['…'] : [])].join('\n');
}
