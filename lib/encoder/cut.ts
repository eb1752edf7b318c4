import { cutEdge } from '../analysis/cutEdge.ts';
import { weightedSum } from '../attention/weightedSum.ts';
import type { Tensor } from '../tensor.ts';

/** One attention weight of an encoder: of which layer and head, from which query to which key. All count from 0. */
export interface Edge {
  readonly layer: number;
  readonly head: number;
  readonly query: number;
  readonly key: number;
}

/** Every head's weights `(heads, n, n)`, and what they gathered from the values `(heads, n, dHead)`. */
export interface Gathered {
  readonly weights: Tensor;
  readonly output: Tensor;
}

/** @throws RangeError when an encoder of these sizes has no such edge. */
export function checkEdge(
  edge: Edge,
  sizes: { readonly layers: number; readonly heads: number; readonly n: number },
): void {
  const { layers, heads, n } = sizes;
  for (const [name, count] of [
    ['layer', layers],
    ['head', heads],
    ['query', n],
    ['key', n],
  ] as const)
    if (!Number.isInteger(edge[name]) || edge[name] < 0 || edge[name] >= count)
      throw new RangeError(`The edge to cut has ${name} ${edge[name]}: give one from 0 to ${count - 1}.`);
}

/**
 * One layer's attention with an edge cut: one row of weights changes, and with it one row
 * of what was gathered. All else is as it was.
 *
 * @param gathered Left as it is.
 * @param V `(heads, n, dHead)`
 */
export function cutGathered({ weights, output }: Gathered, V: Tensor, { head, query, key }: Edge): Gathered {
  const [, n = 0, d = 0] = V.shape;
  const row = head * n + query;
  const left = cutEdge(weights.data.subarray(row * n, (row + 1) * n), key);
  const [newWeights, newOutput] = [weights.data.slice(), output.data.slice()];
  newWeights.set(left, row * n);
  newOutput.set(weightedSum(left, V.data.subarray(head * n * d, (head + 1) * n * d), new Float32Array(n)), row * d);
  return { weights: { ...weights, data: newWeights }, output: { ...output, data: newOutput } };
}
