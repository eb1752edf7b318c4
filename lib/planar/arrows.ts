import { scaledDotProductAttention, type Stage } from '../attention/scaledDotProductAttention.ts';
import type { Tensor } from '../tensor.ts';

/** A point of the plane, or the arrow that reaches it from the origin. */
export type Arrow = readonly [x: number, y: number];

/** A head of attention whose queries and keys can be drawn: an arrow each, one of both a word. */
export interface PlanarHead {
  readonly queries: readonly Arrow[];
  readonly keys: readonly Arrow[];
}

/**
 * Arrows as the rows of a matrix.
 *
 * @returns (n, 2)
 */
export function arrowRows(arrows: readonly Arrow[]): Tensor {
  return { data: Float32Array.from(arrows.flat()), shape: [arrows.length, 2] };
}

/**
 * What such a head makes of its arrows: softmax(QKᵀ/√2), or the scaled scores before softmax.
 *
 * @param head Its n queries and m keys.
 * @returns (n, m), row = query.
 * @throws RangeError when there is no query or no key.
 */
export function planarMap(
  { queries, keys }: PlanarHead,
  returns: Extract<Stage, 'scores' | 'weights'> = 'weights',
): Tensor {
  const K = arrowRows(keys);
  // The map does not depend on the values; the keys stand in for them.
  const attended: Partial<Record<Stage, Tensor>> = scaledDotProductAttention(arrowRows(queries), K, K, { returns });
  return attended[returns]!;
}
