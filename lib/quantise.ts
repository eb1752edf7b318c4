/** A matrix of whole numbers in [−127, 127], to be multiplied by one scale per row or per column. */
export interface Quantised {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

const most = 127;

/**
 * Rounds a matrix `(rows, columns)` to int8, with one scale per row (`axis` 0) or per
 * column (`axis` 1): the scale maps the largest magnitude along it to 127. Rounding
 * errs by at most half a scale.
 */
export function quantise(data: Float32Array, rows: number, columns: number, axis: 0 | 1): Quantised {
  const scales = new Float32Array(axis === 0 ? rows : columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const along = axis === 0 ? i : j;
      scales[along] = Math.max(scales[along]!, Math.abs(data[i * columns + j]!) / most);
    }
  const values = new Int8Array(data.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const scale = scales[axis === 0 ? i : j]!;
      const whole = scale === 0 ? 0 : Math.round(data[i * columns + j]! / scale);
      values[i * columns + j] = Math.max(-most, Math.min(most, whole));
    }
  return { values, scales };
}

/** The numbers of a matrix that was rounded with one scale per column, as float32. */
export function restoreColumns({ values, scales }: Quantised): Float32Array {
  const columns = scales.length;
  const data = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += columns)
    for (let j = 0; j < columns; j++) data[start + j] = values[start + j]! * scales[j]!;
  return data;
}

/** One row of a matrix that was rounded with one scale per row, as float32. */
export function restoreRow({ values, scales }: Quantised, row: number): Float32Array {
  const columns = values.length / scales.length;
  const data = new Float32Array(columns);
  for (let j = 0; j < columns; j++) data[j] = values[row * columns + j]! * scales[row]!;
  return data;
}
