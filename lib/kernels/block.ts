import type { Prepared } from '../attention/prepare.ts';
import { editScores } from './editScores.ts';
import { begin, keepMaxima, meet } from './eight.ts';
import { lowest, rows, type Kernel } from './kernel.ts';
import { keysAtOnce, type Places } from './places.ts';

/** What stays the same throughout one call of fast attention. */
export interface Pass {
  readonly kernel: Kernel;
  readonly prepared: Prepared;
  readonly places: Places;
  /** Whether the powers of all tiles are kept, to be made weights of. */
  readonly kept: boolean;
  /** Whether anything happens between scores and softmax. */
  readonly edited: boolean;
}

/**
 * Takes the queries of one head from `i0` to before `i1`, at most 64, past all keys. Their numbers
 * are read from the stage, (i1 − i0, dK), and their output is written to it, (i1 − i0, dV). Where
 * `rescale` was then stands for each query 0, or NaN where its output is not finite.
 */
export function attendBlock(
  { kernel, prepared, places, kept, edited }: Pass,
  head: number,
  i0: number,
  i1: number,
): void {
  const {
    sizes: { m, dK, dV },
    scale,
  } = prepared;
  const { memory } = kernel;
  const { K, V, stage } = places;
  const eights = places.eights.slice(0, Math.ceil((i1 - i0) / rows));

  for (const [g, eight] of eights.entries()) {
    begin(eight, i0 + g * rows, head, prepared);
    kernel.pack(stage + g * rows * dK, dK, dK, scale * Math.LOG2E, eight.Q);
    memory.fill(0, eight.O, eight.rescale);
    memory.fill(lowest, eight.state, eight.state + rows);
  }

  // #region tiles
  for (let j = 0; j < m; j += keysAtOnce) {
    for (const eight of eights) meet(eight, j, kept);
    // S (keys, 8) = K Qᵀ
    for (const { Q, S, from, keys } of eights) if (keys > 0) kernel.scores(Q, K + from * dK, S, dK, keys);
    // softcap, masks
    if (edited) for (const eight of eights) editScores(memory, head, eight, prepared);
    // S = 2^(S − max)
    for (const { S, keys, state } of eights) if (keys > 0) kernel.softmax(S, keys, state);
    // O (dV, 8) = rescale · O + Vᵀ S
    for (const { S, O, from, keys, rescale } of eights)
      if (keys > 0) kernel.mix(S, V + from * dV, O, keys, dV, rescale);
    if (kept) for (const eight of eights) keepMaxima(memory, eight, j);
  }
  // O / sum, one row under another; which of them are finite, takes the place of rescale
  for (const [g, { O, state, rescale }] of eights.entries()) {
    kernel.share(state, state, rescale);
    kernel.unpack(O, rescale, dV, stage + g * rows * dV, dV);
  }
  // #endregion tiles
}
