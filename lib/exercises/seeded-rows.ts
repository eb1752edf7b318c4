import { seededNormal } from '../random.ts';
import type { Rows } from './exercise.ts';

/** Rows of numbers of about the size that queries and keys have, the same for the same seed. */
export function seededRows(seed: number, rows: number, columns: number): Rows {
  const normal = seededNormal(seed);
  // Exact in float32, so that the library and the reader's float64 start from the very same numbers.
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.fround(normal())));
}
