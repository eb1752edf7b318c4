import type { Prepared } from '../attention/prepare.ts';
import { capAndMask } from './capAndMask.ts';
import { keyTile, lanes, lowest, type Kernel } from './kernel.ts';
import type { Layout } from './layout.ts';
import { holdQueries, meetTile } from './queryBlock.ts';

/** What stays the same throughout one call of fast attention. */
export interface Call {
  readonly kernel: Kernel;
  readonly prepared: Prepared;
  readonly layout: Layout;
  /** Whether the powers of all key tiles are kept, to be made weights of. */
  readonly kept: boolean;
  /** Whether anything happens between scores and softmax. */
  readonly masked: boolean;
}

/**
 * Takes a query tile, the queries of one head from `i0` to before `i1`, past all keys. Their numbers
 * are read from the staging area, (i1 − i0, dK), and their output is written to it, (i1 − i0, dV).
 */
export function attendTile(call: Call, head: number, i0: number, i1: number): void {
  const { kernel, prepared, layout, kept, masked } = call;
  const { m, dK, dV } = prepared.sizes;
  const { memory } = kernel;
  const { K, V, staging } = layout;
  const blocks = layout.blocks.slice(0, Math.ceil((i1 - i0) / lanes));

  for (const [b, block] of blocks.entries()) {
    holdQueries(block, i0 + b * lanes, head, prepared);
    kernel.pack(staging + b * lanes * dK, dK, dK, prepared.scale * Math.LOG2E, block.Q);
    memory.fill(0, block.O, block.O + lanes * dV);
    memory.fill(0, block.state, block.rescale).fill(lowest, block.state, block.state + lanes);
  }

  // #region tiles
  for (let j = 0; j < m; j += keyTile) {
    for (const block of blocks) meetTile(block, j, kept);
    // S (keys, 8) = K Qᵀ
    for (const { Q, S, from, keys } of blocks) if (keys > 0) kernel.scores(Q, K + from * dK, S, dK, keys);
    // softcap, masks
    if (masked) for (const block of blocks) capAndMask(memory, head, block, prepared);
    // S = 2^(S − max)
    for (const { S, keys, state } of blocks) if (keys > 0) kernel.softmax(S, keys, state);
    // O (dV, 8) = rescale · O + Vᵀ S
    for (const { S, O, from, keys, rescale } of blocks)
      if (keys > 0) kernel.accumulate(S, V + from * dV, O, keys, dV, rescale);
    // the maxima that these powers were measured from
    if (kept)
      for (const { tileMaxima, state } of blocks)
        memory.copyWithin(tileMaxima + (j / keyTile) * lanes, state, state + lanes);
  }
  // O / sum, one row under another
  for (const [b, { O, state, normaliser, check }] of blocks.entries()) {
    kernel.normalise(state, state, normaliser);
    kernel.unpack(O, normaliser, dV, staging + b * lanes * dV, dV, check);
  }
  // #endregion tiles
}
