import type { Tensor } from './tensor.ts';

/**
 * A matrix written as rows, as a tensor.
 *
 * @param rows n rows of k numbers; rounded to float32.
 * @returns (n, k)
 * @throws RangeError when there is no row, or the rows differ in length.
 */
export function fromRows(rows: readonly (readonly number[])[]): Tensor {
  const k = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== k);
  if (k === 0 || odd !== -1)
    throw new RangeError(
      k === 0
        ? 'A matrix needs at least one row with one number.'
        : `Row ${odd + 1} holds ${rows[odd]!.length} numbers where row 1 holds ${k}: make all rows of one length.`,
    );
  return { data: Float32Array.from(rows.flat()), shape: [rows.length, k] };
}
