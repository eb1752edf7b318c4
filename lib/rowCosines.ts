import { cosine } from './cosine.ts';

/**
 * The cosine of each row of one matrix with the same row of another.
 *
 * @param a `(n, width)`, row-major.
 * @param b `(n, width)`, row-major.
 * @returns n numbers in [−1, 1].
 * @throws RangeError when the sizes differ, do not fill whole rows, or a row is all zeros.
 */
export function rowCosines(a: Float32Array, b: Float32Array, width: number): number[] {
  if (a.length !== b.length || a.length % width !== 0)
    throw new RangeError(`Matrices of ${a.length} and ${b.length} numbers have not the same whole rows of ${width}.`);
  return Array.from({ length: a.length / width }, (_, row) => {
    const [start, end] = [row * width, (row + 1) * width];
    return cosine(a.subarray(start, end), b.subarray(start, end));
  });
}
