import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { tiledAttention } from '../attention/tiledAttention.ts';
import { recurrence } from '../baselines/recurrence.ts';
import { fastAttention } from '../kernels/fastAttention.ts';
import { seededNormal } from '../random.ts';
import { sizeOf, tensor, type Tensor } from '../tensor.ts';
import { runIds, windowSide, type RunId } from './runs.ts';

/** What every implementation is given at one length: standard normal numbers, seed 1. */
export interface RunInputs {
  /** (n, d) each; the recurrence reads Q. */
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
  /** (d, d), scaled by 1/√d so that states neither vanish nor saturate. */
  readonly WX: Tensor;
  readonly WH: Tensor;
}

/** An implementation of the library whose time is compared over the length. */
export interface Implementation {
  readonly id: RunId;
  run(inputs: RunInputs): unknown;
}

const byId: Readonly<Record<RunId, Implementation['run']>> = {
  standard: ({ Q, K, V }) => scaledDotProductAttention(Q, K, V, { returns: 'weights' }),
  tiled: ({ Q, K, V }) => tiledAttention(Q, K, V),
  kernel: ({ Q, K, V }) => fastAttention(Q, K, V),
  causal: ({ Q, K, V }) => tiledAttention(Q, K, V, { causal: true }),
  windowed: ({ Q, K, V }) => tiledAttention(Q, K, V, { tile: windowSide, window: [windowSide, windowSide] }),
  recurrence: ({ Q, WX, WH }) => recurrence(Q, WX, WH),
};

/** The list that the recorder and the reader's browser go through, in its order. */
export const implementations: readonly Implementation[] = runIds.map((id) => ({ id, run: byId[id] }));

/**
 * Inputs of n positions with d features.
 *
 * @throws RangeError when n or d is not a whole number.
 */
export function runInputs(n: number, d: number): RunInputs {
  const normal = seededNormal(1);
  const make = (scale: number, ...shape: number[]): Tensor =>
    tensor(
      Float32Array.from({ length: sizeOf(shape) }, () => scale * normal()),
      shape,
    );
  const root = 1 / Math.sqrt(d);
  return { WX: make(root, d, d), WH: make(root, d, d), Q: make(1, n, d), K: make(1, n, d), V: make(1, n, d) };
}
