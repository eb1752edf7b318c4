import { biasRow } from '../attention/bias.ts';
import type { Prepared } from '../attention/prepare.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';

/**
 * Whether a row came out with a number that is not finite. Then it is computed again as the
 * readable version does it: eight rows abreast multiply even what is masked, and 0 × NaN is NaN.
 */
export function isBroken(row: Float32Array): boolean {
  let zero = 0;
  for (let f = 0; f < row.length; f++) zero += 0 * row[f]!;
  return zero !== 0;
}

/** One query of one head, by the readable version: its output (dV) and weights (m). */
export function readableRow(prepared: Prepared, head: number, i: number): { readonly output: Float32Array; readonly weights: Float32Array } {
  const { Q, K, V, sizes: { heads, keyHeads, n, m, dK, dV }, scoresShape, rules, mask, scale, softcap } = prepared;
  const row = head * n + i;
  const keyHead = Math.floor(head / (heads / keyHeads));
  const bias = biasRow(scoresShape, row, rules[Math.floor(head / heads)]!, mask);
  const { output, weights } = scaledDotProductAttention(
    { data: Q.data.subarray(row * dK, (row + 1) * dK), shape: [1, dK] },
    { data: K.data.subarray(keyHead * m * dK, (keyHead + 1) * m * dK), shape: [m, dK] },
    { data: V.data.subarray(keyHead * m * dV, (keyHead + 1) * m * dV), shape: [m, dV] },
    { mask: { data: bias, shape: [m] }, scale, softcap, returns: 'weights' },
  );
  return { output: output.data, weights: weights.data };
}
