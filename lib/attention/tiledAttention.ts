import type { Tensor } from '../tensor.ts';
import { mayAttend, type Window } from './mayAttend.ts';
import { emptyRunning, runningOutput, updateRunning } from './onlineSoftmax.ts';
import { rulesOf } from './rules.ts';
import { scoreRow } from './scores.ts';
import { sizesOf } from './sizes.ts';

export interface TiledOptions {
  /** Queries and keys of a tile; default 64. */
  readonly tile?: number | undefined;
  /** Lets query i see keys j ≤ i only. */
  readonly causal?: boolean | undefined;
  /** Lets query i see only keys near i: [left, right] in positions, −1 for no bound. */
  readonly window?: Window | undefined;
  /** Leaves out tiles in which no query may attend to any key; default true. The output is the same. */
  readonly skip?: boolean | undefined;
}

export interface TiledAttention {
  /** (…, n, dV), as {@link scaledDotProductAttention} gives it up to rounding. */
  readonly output: Tensor;
  /** How many tiles of scores were computed, over all heads. */
  readonly tiles: number;
}

/**
 * Scaled dot-product attention that never holds all n × m scores: a tile of queries meets
 * one tile of keys after another, and online softmax carries each query's answer along.
 *
 * @param Q (…, heads, n, dK) @param K (…, keyHeads, m, dK) @param V (…, keyHeads, m, dV)
 * @throws RangeError when shapes disagree or are empty, or the window or tile is not usable.
 * @see Dao et al. 2022, algorithm 1, with the loops in the order of Dao 2023, algorithm 1.
 */
export function tiledAttention(Q: Tensor, K: Tensor, V: Tensor, options: TiledOptions = {}): TiledAttention {
  const { tile = 64, causal = false, window, skip = true } = options;
  if (!(Number.isInteger(tile) && tile >= 1))
    throw new RangeError(`A tile of ${tile} positions gets nowhere: give a whole number from 1.`);
  const sizes = sizesOf(Q, K, V);
  rulesOf({ window }, sizes);
  const { leading, batch, heads, keyHeads, n, m, dK, dV } = sizes;
  const output = new Float32Array(batch * heads * n * dV);
  let tiles = 0;

  for (let head = 0; head < batch * heads; head++) {
    const keyHead = Math.floor(head / (heads / keyHeads));
    const [queries, keys, values] = [page(Q, head), page(K, keyHead), page(V, keyHead)];
    for (let i0 = 0; i0 < n; i0 += tile) {
      const i1 = Math.min(i0 + tile, n);
      const running = Array.from({ length: i1 - i0 }, () => emptyRunning(dV));
      // #region tiles
      for (let j0 = 0; j0 < m; j0 += tile) {
        const j1 = Math.min(j0 + tile, m);
        if (skip && isClosed(i0, i1 - 1, j0, j1 - 1, causal, window)) continue;
        tiles++;
        for (let i = i0; i < i1; i++) {
          const scores = scoreRow(
            queries.subarray(i * dK, (i + 1) * dK),
            keys.subarray(j0 * dK, j1 * dK),
            1 / Math.sqrt(dK),
          );
          const masked =
            causal || window
              ? scores.map((score, j) => (mayAttend(i, j0 + j, { causal, window }) ? score : -Infinity))
              : scores;
          running[i - i0] = updateRunning(running[i - i0]!, masked, values.subarray(j0 * dV, j1 * dV));
        }
      }
      // #endregion tiles
      running.forEach((row, i) => output.set(runningOutput(row), (head * n + i0 + i) * dV));
    }
  }
  return { output: { data: output, shape: [...leading, n, dV] }, tiles };
}

/** One head's matrix, whichever of the leading axes it lies under. */
function page({ data, shape }: Tensor, index: number): Float32Array {
  const size = shape.at(-2)! * shape.at(-1)!;
  return data.subarray(index * size, (index + 1) * size);
}

/**
 * Whether no query from `i0` to `i1` may attend to any key from `j0` to `j1`. A tile holds
 * every distance j − i from j0 − i1 to j1 − i0, and the rules allow all in one stretch around 0.
 */
function isClosed(
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  causal: boolean,
  [left, right]: Window = [-1, -1],
): boolean {
  return (causal && j0 > i1) || (right !== -1 && j0 - i1 > right) || (left !== -1 && i0 - j1 > left);
}
