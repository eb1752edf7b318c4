import type { AnyTensor } from './arithmetic.ts';

/**
 * X ← X + Y: what a part adds to what went into it, or one slope to another.
 *
 * @param X Any shape; its numbers are replaced.
 * @param Y As many numbers.
 */
export function add({ data }: AnyTensor, Y: AnyTensor): void {
  for (let at = 0; at < data.length; at++) data[at]! += Y.data[at]!;
}
