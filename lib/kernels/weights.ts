import type { Pass } from './block.ts';
import { meet } from './eight.ts';
import { rows } from './kernel.ts';
import { keysAtOnce } from './places.ts';

/**
 * Makes weights of the powers that {@link attendBlock} kept. Those of a tile were measured from the
 * largest score of their time: what moves them to the latest, and divides by the sum, is one factor.
 *
 * @param weights (…, heads, n, m), of which the rows from `i0` to before `i1` of a head are written.
 */
export function giveWeights(
  { kernel, prepared, places }: Pass,
  head: number,
  i0: number,
  i1: number,
  weights: Float32Array,
): void {
  const { n, m } = prepared.sizes;
  const { memory } = kernel;
  const { stage, eights } = places;
  for (let g = 0; i0 + g * rows < i1; g++) {
    const eight = eights[g]!;
    // Keys that none of the eight may attend to have no powers, and the stage holds other numbers.
    if (eight.end - eight.start < m) memory.fill(0, stage, stage + rows * m);
    for (let j = 0; j < m; j += keysAtOnce) {
      meet(eight, j, true);
      if (eight.keys <= 0) continue;
      const max = eight.maxima + (j / keysAtOnce) * rows;
      kernel.share(max, eight.state, max);
      kernel.unpack(eight.S, max, eight.keys, stage + eight.from, m);
    }
    const count = Math.min(rows, i1 - eight.i);
    weights.set(memory.subarray(stage, stage + count * m), (head * n + eight.i) * m);
  }
}
