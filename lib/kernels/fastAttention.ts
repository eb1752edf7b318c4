import { prepare, type AttentionOptions } from '../attention/prepare.ts';
import type { Attended, AttendedWith } from '../attention/scaledDotProductAttention.ts';
import type { Tensor } from '../tensor.ts';
import { attendTile, type Call } from './attendTile.ts';
import { needsCapOrMask } from './capAndMask.ts';
import { queryTile, type Kernel } from './kernel.ts';
import { layoutFor } from './layout.ts';
import { recomputeNonFinite } from './recomputeNonFinite.ts';
import { sharedKernel } from './sharedKernel.ts';
import { writeWeights } from './writeWeights.ts';

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
 * keys at a time, in blocks of eight, one query a lane, and tiles in which no query may attend to
 * any key are left out.
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
  const kept = weights !== undefined;
  const layout = layoutFor(sizes, kept);
  kernel.reserve(layout.floats);
  const call: Call = { kernel, prepared, layout, kept, masked: needsCapOrMask(prepared) };

  for (let head = 0; head < batch * heads; head++) {
    const keyHead = head / (heads / keyHeads);
    // The query heads of a key head come one after another, and find its keys and values there.
    if (Number.isInteger(keyHead)) {
      kernel.memory.set(part(prepared.K.data, keyHead * m * dK, m * dK), layout.K);
      kernel.memory.set(part(prepared.V.data, keyHead * m * dV, m * dV), layout.V);
    }
    for (let i0 = 0; i0 < n; i0 += queryTile) {
      const [i1, row] = [Math.min(i0 + queryTile, n), head * n + i0];
      kernel.memory.set(part(prepared.Q.data, row * dK, (i1 - i0) * dK), layout.staging);
      attendTile(call, head, i0, i1);
      output.set(kernel.memory.subarray(layout.staging, layout.staging + (i1 - i0) * dV), row * dV);
      if (weights) writeWeights(call, head, i0, i1, weights);
      recomputeNonFinite(call, head, i0, i1, output, weights);
    }
  }
  const attended: Attended = { output: { data: output, shape: [...leading, n, dV] }, K: prepared.K, V: prepared.V };
  return (weights ? { ...attended, weights: { data: weights, shape: scoresShape } } : attended) as AttendedWith<R>;
}

function numbersFor(name: string, count: number, given: Float32Array | undefined): Float32Array {
  if (given && given.length !== count)
    throw new RangeError(
      `The ${name} needs ${count} numbers, but there is room for ${given.length}: give one of that length, or none.`,
    );
  return given ?? new Float32Array(count);
}

/** Numbers from `start` on. Making a view takes longer than copying a small matrix, so where it is all of them there is none. */
function part(data: Float32Array, start: number, size: number): Float32Array {
  return size === data.length ? data : data.subarray(start, start + size);
}
