import type { Mask } from './masks.ts';
import { mayAttend, type Rule } from './mayAttend.ts';

/**
 * Where in a mask the row of one query begins, the mask's axes being laid against
 * those of the scores from the right.
 *
 * @param row Which row of the scores, counted over all their axes but the last.
 */
export function rowStart(mask: Mask, scoresShape: readonly number[], row: number): number {
  const missing = scoresShape.length - mask.shape.length;
  let start = 0;
  let stride = mask.shape.at(-1)!;
  for (let axis = scoresShape.length - 2; axis >= missing; axis--) {
    const index = row % scoresShape[axis]!;
    const size = mask.shape[axis - missing]!;
    if (size > 1) start += index * stride;
    stride *= size;
    row = Math.floor(row / scoresShape[axis]!);
  }
  return start;
}

/**
 * What is added to each score of one query: 0 where it may attend, the mask's own
 * number where the mask is additive, −∞ where it may not attend.
 *
 * @param scoresShape (…, n, m)
 * @param row Which row of the scores, counted over all their axes but the last.
 * @returns m numbers in the unit of the scores.
 */
export function biasRow(scoresShape: readonly number[], row: number, rule: Rule, mask?: Mask): Float32Array {
  const [n, m] = scoresShape.slice(-2) as [number, number];
  const bias = new Float32Array(m).fill(-Infinity);
  const width = mask ? mask.shape.at(-1)! : m;
  const start = mask ? rowStart(mask, scoresShape, row) : 0;
  for (let j = 0; j < width; j++) {
    if (!mayAttend(row % n, j, rule)) continue;
    if (!mask) bias[j] = 0;
    else if (mask.data instanceof Float32Array) bias[j] = mask.data[start + j]!;
    else if (mask.data[start + j]) bias[j] = 0;
  }
  return bias;
}

/**
 * Adds the bias, except that −∞ replaces the score: the score of a key nobody
 * may see can be NaN, and NaN − ∞ would stay NaN.
 *
 * @param scores m scores. @param bias m numbers.
 * @returns m scores, −∞ where the query may not attend.
 */
// #region mask
export function addBias(scores: Float32Array, bias: Float32Array): Float32Array {
  return scores.map((score, j) => (bias[j] === -Infinity ? -Infinity : score + bias[j]!));
}
// #endregion mask
