import type { Call } from './attendTile.ts';
import { keyTile, lanes } from './kernel.ts';
import { meetTile } from './queryBlock.ts';

/**
 * Makes weights of the powers that {@link attendTile} kept. Those of a key tile were measured from the
 * maxima of their time: what moves them to the latest, and divides by the sum, is one factor.
 *
 * @param weights (…, heads, n, m), of which the rows from `i0` to before `i1` of a head are written.
 */
export function writeWeights(
  { kernel, prepared, layout }: Call,
  head: number,
  i0: number,
  i1: number,
  weights: Float32Array,
): void {
  const { n, m } = prepared.sizes;
  const { memory } = kernel;
  const { staging, blocks } = layout;
  for (let b = 0; i0 + b * lanes < i1; b++) {
    const block = blocks[b]!;
    // Keys that none of the eight may attend to have no powers, and the staging area holds other numbers.
    if (block.end - block.start < m) memory.fill(0, staging, staging + lanes * m);
    for (let j = 0; j < m; j += keyTile) {
      meetTile(block, j, true);
      if (block.keys <= 0) continue;
      const max = block.tileMaxima + (j / keyTile) * lanes;
      kernel.normalise(max, block.state, block.normaliser);
      kernel.unpack(block.S, block.normaliser, block.keys, staging + block.from, m, block.normaliser);
    }
    const count = Math.min(lanes, i1 - block.i);
    weights.set(memory.subarray(staging, staging + count * m), (head * n + block.i) * m);
  }
}
