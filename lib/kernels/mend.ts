import { biasRow } from '../attention/bias.ts';
import type { Prepared } from '../attention/prepare.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import type { Tensor } from '../tensor.ts';
import type { Pass } from './block.ts';
import { rows } from './kernel.ts';

/**
 * Computes the rows again that came out with numbers that are not finite, by the readable version.
 * Eight rows abreast multiply even what is masked, and 0 × NaN is NaN: the readable one leaves it out.
 *
 * @param output (…, heads, n, dV) and @param weights (…, heads, n, m), looked at and mended from row `i0` to before `i1` of a head.
 */
export function mend({ kernel, prepared, eights, edited }: Pass, head: number, i0: number, i1: number, output: Float32Array, weights: Float32Array | undefined): void {
  const { n, m, dV } = prepared.sizes;
  for (let i = i0; i < i1; i++) {
    const row = head * n + i;
    const sum = kernel.memory[eights[Math.floor((i - i0) / rows)]!.state + rows + ((i - i0) % rows)]!;
    // Where nothing is masked, a value that is not finite is every query's to see.
    if (!Number.isNaN(sum) && !(edited && isBroken(output, row * dV, dV))) continue;
    const readable = readableRow(prepared, head, i);
    output.set(readable.output.data, row * dV);
    weights?.set(readable.weights.data, row * m);
  }
}

function isBroken(numbers: Float32Array, start: number, count: number): boolean {
  let zero = 0;
  for (let f = start; f < start + count; f++) zero += 0 * numbers[f]!;
  return zero !== 0;
}

/** One query of one head: its output (1, dV) and weights (1, m). */
function readableRow({ Q, K, V, sizes, scoresShape, rules, mask, scale, softcap }: Prepared, head: number, i: number) {
  const { heads, keyHeads, n, m } = sizes;
  const row = head * n + i;
  const keyHead = Math.floor(head / (heads / keyHeads));
  const bias = biasRow(scoresShape, row, rules[Math.floor(head / heads)]!, mask);
  return scaledDotProductAttention(rowsOf(Q, row, 1), rowsOf(K, keyHead * m, m), rowsOf(V, keyHead * m, m), {
    mask: { data: bias, shape: [m] }, scale, softcap, returns: 'weights',
  });
}

/** So many rows from the given one on, counted over all heads: (count, d). */
function rowsOf({ data, shape }: Tensor, first: number, count: number): Tensor {
  const d = shape.at(-1)!;
  return { data: data.subarray(first * d, (first + count) * d), shape: [count, d] };
}
