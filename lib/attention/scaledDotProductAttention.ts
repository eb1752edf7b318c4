import type { Tensor } from '../tensor.ts';
import { addBias, biasRow } from './bias.ts';
import type { KeyValueCache } from './cache.ts';
import { prepare, type AttentionOptions } from './prepare.ts';
import { capRow, scoreRow } from './scores.ts';
import { softmaxRow } from './softmax.ts';
import { weightedSum } from './weightedSum.ts';

/** What a score passes through on its way to being a weight, in order. */
export type Stage = 'scores' | 'capped' | 'masked' | 'weights';

/** The output (…, heads, n, dV), and the K and V attended to, to be passed on as the next `past`. */
export interface Attended extends KeyValueCache {
  readonly output: Tensor;
}

/** {@link Attended}, and the stage asked for (…, heads, n, m) under its own name. */
export type AttendedWith<S extends Stage> = [S] extends [never]
  ? Attended
  : S extends Stage
    ? Attended & Readonly<Record<S, Tensor>>
    : never;

/**
 * Scaled dot-product attention, softmax(QKᵀ · scale) V: each query is compared with every
 * key, and takes a mean of the values weighted by how well the keys match. In between,
 * in this order: scale, softcap, mask, softmax.
 *
 * Query heads may be a multiple of key heads; each key head then serves that many query
 * heads in order. A row with no key left gives zeros, in the weights and in the output. Numbers
 * are not looked at: a NaN reaches exactly the outputs whose query may attend to it.
 *
 * @param Q (…, heads, n, dK); the axes before (n, dK) may be missing.
 * @param K (…, keyHeads, m, dK), the new keys only when there is a `past`; then m counts both.
 * @param V (…, keyHeads, m, dV)
 * @param options `returns` names one stage to hand back beside the output: scaled `scores`,
 *   `capped` after the softcap, `masked` after the masks (−∞ where masked), or the `weights`.
 * @throws RangeError when shapes disagree or are empty, or a mask, length, offset, window or
 *   softcap does not fit; the sentence names both sides.
 * @see Vaswani et al. 2017, eq. 1; Ainslie et al. 2023, section 2.2, for grouped queries; ONNX Attention operator, opsets 23–25.
 */
export function scaledDotProductAttention<S extends Stage = never>(
  Q: Tensor,
  K: Tensor,
  V: Tensor,
  options: AttentionOptions & { readonly returns?: S | undefined } = {},
): AttendedWith<S> {
  const { returns } = options;
  const { sizes, scoresShape, rules, mask, scale, softcap, ...prepared } = prepare(Q, K, V, options);
  const { leading, batch, heads, keyHeads, n, m, dK, dV } = sizes;
  ({ K, V } = prepared);

  const rows = batch * heads * n;
  const output = new Float32Array(rows * dV);
  const stage = new Float32Array(returns ? rows * m : 0);

  // One row is one query of one head of one batch item. Heads are counted through the whole
  // batch, so dividing by the size of a group finds the key head of the same batch item.
  for (let row = 0; row < rows; row++) {
    const head = Math.floor(row / n);
    const keyHead = Math.floor(head / (heads / keyHeads));
    const rule = rules[Math.floor(head / heads)]!;
    const query = Q.data.subarray(row * dK, (row + 1) * dK);
    const keys = K.data.subarray(keyHead * m * dK, (keyHead + 1) * m * dK);
    const values = V.data.subarray(keyHead * m * dV, (keyHead + 1) * m * dV);
    const bias = biasRow(scoresShape, row, rule, mask);

    // #region attention
    const scores = scoreRow(query, keys, scale);
    const capped = capRow(scores, softcap);
    const masked = addBias(capped, bias);
    const weights = softmaxRow(masked);
    output.set(weightedSum(weights, values, bias), row * dV);
    // #endregion attention

    if (returns) stage.set({ scores, capped, masked, weights }[returns], row * m);
  }

  const attended: Attended = { output: { data: output, shape: [...leading, n, dV] }, K, V };
  return (returns ? { ...attended, [returns]: { data: stage, shape: scoresShape } } : attended) as AttendedWith<S>;
}
