import { biasRow } from '../attention/bias.ts';
import type { Prepared } from '../attention/prepare.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import type { Tensor } from '../tensor.ts';
import type { Call } from './attendTile.ts';
import { lanes } from './kernel.ts';

/**
 * Computes the rows again that came out with numbers that are not finite, by the readable version:
 * eight lanes multiply even what is masked, and 0 × NaN is NaN; and what is summed before the
 * division may pass the end of float32.
 *
 * @param output (…, heads, n, dV) @param weights (…, heads, n, m), of which the rows from `i0` to before `i1` of a head are looked at.
 */
export function recomputeNonFinite(
  { kernel, prepared, layout }: Call,
  head: number,
  i0: number,
  i1: number,
  output: Float32Array,
  weights: Float32Array | undefined,
): void {
  const { n, m, dV } = prepared.sizes;
  for (let i = i0; i < i1; i++) {
    const { check } = layout.blocks[Math.floor((i - i0) / lanes)]!;
    if (kernel.memory[check + ((i - i0) % lanes)] === 0) continue;
    const readable = readableRow(prepared, head, i);
    output.set(readable.output.data, (head * n + i) * dV);
    weights?.set(readable.weights.data, (head * n + i) * m);
  }
}

/** One query of one head: its output (1, dV) and weights (1, m). */
function readableRow({ Q, K, V, sizes, scoresShape, rules, mask, scale, softcap }: Prepared, head: number, i: number) {
  const { heads, keyHeads, n, m } = sizes;
  const row = head * n + i;
  const keyHead = Math.floor(head / (heads / keyHeads));
  const bias = biasRow(scoresShape, row, rules[Math.floor(head / heads)]!, mask);
  return scaledDotProductAttention(rowsOf(Q, row, 1), rowsOf(K, keyHead * m, m), rowsOf(V, keyHead * m, m), {
    mask: { data: bias, shape: [m] },
    scale,
    softcap,
    returns: 'weights',
  });
}

/** So many rows from the given one on, counted over all heads: (count, d). */
function rowsOf({ data, shape }: Tensor, first: number, count: number): Tensor {
  const d = shape.at(-1)!;
  return { data: data.subarray(first * d, (first + count) * d), shape: [count, d] };
}
