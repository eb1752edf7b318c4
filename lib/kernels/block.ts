import type { Prepared } from '../attention/prepare.ts';
import { editScores } from './editScores.ts';
import { begin, keepMaxima, meet, type Eight } from './eight.ts';
import { lowest, rows, type Kernel } from './kernel.ts';
import { keysAtOnce, stateSize, type Places } from './places.ts';

/** What stays the same throughout one call of fast attention. */
export interface Pass {
  readonly kernel: Kernel;
  readonly prepared: Prepared;
  readonly places: Places;
  readonly eights: readonly Eight[];
  /** Whether the powers of all tiles are kept, to be made weights of. */
  readonly kept: boolean;
  /** Whether anything happens between scores and softmax. */
  readonly edited: boolean;
}

/**
 * Takes the queries of one head from `i0` to before `i1`, at most 64, past all keys. Their numbers
 * are read from the stage, (i1 − i0, dK), and their output is written to it, (i1 − i0, dV).
 */
export function attendBlock({ kernel, prepared, places, eights: all, kept, edited }: Pass, head: number, i0: number, i1: number): void {
  const { sizes: { m, dK, dV }, scale } = prepared;
  const { memory } = kernel;
  const { K, V, stage, factor } = places;
  const eights = all.slice(0, Math.ceil((i1 - i0) / rows));

  memory.fill(0, places.O, places.state + eights.length * stateSize);
  for (const [g, eight] of eights.entries()) {
    begin(eight, i0 + g * rows, head, prepared);
    kernel.pack(stage + g * rows * dK, dK, dK, scale * Math.LOG2E, eight.Q);
    for (let r = 0; r < rows; r++) memory[eight.state + r] = lowest;
  }

  // #region tiles
  for (let j = 0; j < m; j += keysAtOnce) {
    for (const eight of eights) meet(eight, j, kept);
    // S (keys, 8) = K Qᵀ
    for (const { Q, S, from, keys } of eights)
      if (keys > 0) kernel.scores(Q, K + from * dK, S, dK, keys);
    // softcap, masks
    if (edited)
      for (const eight of eights) editScores(memory, head, eight, prepared);
    // S = 2^(S − max)
    for (const { S, keys, state } of eights)
      if (keys > 0) kernel.softmax(S, keys, state);
    // O (dV, 8) = rescale · O + Vᵀ S
    for (const { S, O, from, keys, rescale } of eights)
      if (keys > 0) kernel.mix(S, V + from * dV, O, keys, dV, rescale);
    if (kept)
      for (const eight of eights) keepMaxima(memory, eight, j);
  }
  // O / sum, one row under another
  for (const [g, { O, state }] of eights.entries()) {
    kernel.share(state, state, factor);
    kernel.unpack(O, factor, dV, stage + g * rows * dV, dV);
  }
  // #endregion tiles
}
