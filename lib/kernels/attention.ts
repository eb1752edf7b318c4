import { prepare, type AttentionOptions } from '../attention/prepare.ts';
import type { Attended, AttendedWith } from '../attention/scaledDotProductAttention.ts';
import type { Tensor } from '../tensor.ts';
import { attendBlock, type Pass } from './block.ts';
import { hasEdits } from './editScores.ts';
import type { Kernel } from './kernel.ts';
import { mend } from './mend.ts';
import { placesFor, queriesAtOnce } from './places.ts';
import { sharedKernel } from './shared.ts';
import { giveWeights } from './weights.ts';

export interface FastOptions<R extends 'weights'> extends AttentionOptions {
  /** Hands back the weights too, which takes n × m numbers; without it, no more than a tile of scores exists at a time. */
  readonly returns?: R | undefined;
  /**
   * Arrays to write to, of just the right lengths, that share nothing with Q, K and V; default new
   * ones. For few positions, making an array takes longer than attention.
   */
  readonly into?: { readonly output: Float32Array; readonly weights?: Float32Array | undefined } | undefined;
  /** Default: the fastest that this machine can run. */
  readonly kernel?: Kernel | undefined;
}

/**
 * {@link scaledDotProductAttention}, tile by tile, with online softmax: 64 queries go through 64
 * keys at a time, eight abreast, and tiles in which no query may attend to any key are left out.
 *
 * Sums are in float32: within 1e-5 of the largest number of the readable answer, and not to the last
 * bit the same on every machine. Scores and masks below −2.3 · 10³⁸ all count as that low.
 *
 * @param Q (…, heads, n, dK) @param K (…, keyHeads, m, dK) @param V (…, keyHeads, m, dV)
 * @returns As the readable one: `output` (…, heads, n, dV), K and V, and if asked for `weights` (…, heads, n, m).
 * @throws RangeError as the readable one does, and when `into` has not the right lengths.
 * @see Dao et al. 2022, algorithm 1, with the loops in the order of Dao 2023, algorithm 1.
 */
export function fastAttention<R extends 'weights' = never>(
  Q: Tensor,
  K: Tensor,
  V: Tensor,
  options: FastOptions<R> = {},
): AttendedWith<R> {
  const { kernel = sharedKernel(), returns, into } = options;
  const prepared = prepare(Q, K, V, options);
  const { sizes, scoresShape } = prepared;
  const { leading, batch, heads, keyHeads, n, m, dK, dV } = sizes;
  const output = numbersFor('output', batch * heads * n * dV, into?.output);
  const weights = returns && numbersFor('weights', batch * heads * n * m, into?.weights);
  const places = placesFor(sizes, weights !== undefined);
  kernel.reserve(places.floats);
  const pass: Pass = { kernel, prepared, places, kept: weights !== undefined, edited: hasEdits(prepared) };

  for (let head = 0; head < batch * heads; head++) {
    const keyHead = head / (heads / keyHeads);
    // The query heads of a key head come one after another, and find its keys and values in place.
    if (Number.isInteger(keyHead)) {
      kernel.memory.set(part(prepared.K.data, keyHead * m * dK, m * dK), places.K);
      kernel.memory.set(part(prepared.V.data, keyHead * m * dV, m * dV), places.V);
    }
    for (let i0 = 0; i0 < n; i0 += queriesAtOnce) {
      const [i1, row] = [Math.min(i0 + queriesAtOnce, n), head * n + i0];
      kernel.memory.set(part(prepared.Q.data, row * dK, (i1 - i0) * dK), places.stage);
      attendBlock(pass, head, i0, i1);
      output.set(kernel.memory.subarray(places.stage, places.stage + (i1 - i0) * dV), row * dV);
      if (weights) giveWeights(pass, head, i0, i1, weights);
      mend(pass, head, i0, i1, output, weights);
    }
  }
  const attended: Attended = { output: { data: output, shape: [...leading, n, dV] }, K: prepared.K, V: prepared.V };
  return (weights ? { ...attended, weights: { data: weights, shape: scoresShape } } : attended) as AttendedWith<R>;
}

function numbersFor(name: string, count: number, given: Float32Array | undefined): Float32Array {
  if (given && given.length !== count)
    throw new RangeError(
      `The ${name} needs ${count} numbers, but there is room for ${given.length}: give an array of just that length, or none.`,
    );
  return given ?? new Float32Array(count);
}

/** Numbers from `start` on. Making a view takes longer than copying a small matrix, so where it is all of them there is none. */
function part(data: Float32Array, start: number, size: number): Float32Array {
  return size === data.length ? data : data.subarray(start, start + size);
}
