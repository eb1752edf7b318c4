/**
 * The file format of the packed encoder. All numbers are little-endian.
 *
 *   bytes 0–3    magic, the letters "ANEW" (attention-notebook encoder weights)
 *   bytes 4–7    uint32, version of the format
 *   bytes 8–11   uint32, length of the header in bytes
 *   header       JSON in UTF-8, padded with spaces so that the data starts at a multiple of 8:
 *                { "part": "maps" | "vectors",
 *                  "tensors": [{ "name", "shape", "type", "offset" }, …] }
 *   data         the tensors, each at its offset from the start of the data, padded to 8
 *
 * Types are int8, float32, float64 and utf8 (shape: [length in bytes]). A matrix
 * `name.kernel` in int8 comes with `name.kernel.scales`, one per column; the int8
 * `embedding` with `embedding.scales`, one per row.
 */
import { sizeOf } from '../tensor.ts';
import type { PartName } from './layout.ts';

export const magic = 'ANEW';

/** Raised whenever bytes written before must no longer be read: another format, or another way to round. */
export const formatVersion = 1;

export const bytesOf = { int8: 1, float32: 4, float64: 8, utf8: 1 } as const;
export type StoredType = keyof typeof bytesOf;

export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: StoredType;
  readonly offset: number;
}

export interface Header {
  readonly part: PartName;
  readonly tensors: readonly StoredTensor[];
}

export const preludeLength = 12;
export const alignment = 8;

/** The next multiple of the alignment. */
export const align = (offset: number): number => Math.ceil(offset / alignment) * alignment;

export function storedLength({ shape, type }: Pick<StoredTensor, 'shape' | 'type'>): number {
  return sizeOf(shape) * bytesOf[type];
}
