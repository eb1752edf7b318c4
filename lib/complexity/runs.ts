import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { tiledAttention } from '../attention/tiledAttention.ts';
import { recurrence } from '../baselines/recurrence.ts';
import { seededNormal } from '../random.ts';
import { sizeOf, tensor, type Tensor } from '../tensor.ts';
import { stateBytes, tiledBytes, weightsBytes } from './memory.ts';

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

export const runIds = ['standard', 'tiled', 'causal', 'windowed', 'recurrence'] as const;
export type RunId = (typeof runIds)[number];

/** An implementation of the library whose time and memory are compared over the length. */
export interface Run {
  readonly id: RunId;
  /** The power of n that its time grows with, for large n. */
  readonly exponent: 1 | 2;
  run(inputs: RunInputs): unknown;
  /** Bytes that its algorithm holds beside inputs and output, in float32: see memory.ts. */
  bytes(n: number, d: number): number;
}

/** Positions that a windowed query sees to either side: the side of a tile, so that a window touches three. */
export const windowSide = 32;

/** The list that the recorder and the reader's browser go through, in its order. */
export const runs: readonly Run[] = [
  {
    id: 'standard',
    exponent: 2,
    run: ({ Q, K, V }) => scaledDotProductAttention(Q, K, V, { returns: 'weights' }),
    bytes: (n) => weightsBytes(n),
  },
  { id: 'tiled', exponent: 2, run: ({ Q, K, V }) => tiledAttention(Q, K, V), bytes: (n) => tiledBytes(n) },
  { id: 'causal', exponent: 2, run: ({ Q, K, V }) => tiledAttention(Q, K, V, { causal: true }), bytes: (n) => tiledBytes(n) },
  {
    id: 'windowed',
    exponent: 1,
    run: ({ Q, K, V }) => tiledAttention(Q, K, V, { tile: windowSide, window: [windowSide, windowSide] }),
    bytes: (n) => tiledBytes(n, windowSide),
  },
  { id: 'recurrence', exponent: 1, run: ({ Q, WX, WH }) => recurrence(Q, WX, WH), bytes: (_, d) => stateBytes(d) },
];

/** Inputs of n positions with d features. */
export function runInputs(n: number, d: number): RunInputs {
  const normal = seededNormal(1);
  const make = (scale: number, ...shape: number[]): Tensor =>
    tensor(Float32Array.from({ length: sizeOf(shape) }, () => scale * normal()), shape);
  const root = 1 / Math.sqrt(d);
  return { WX: make(root, d, d), WH: make(root, d, d), Q: make(1, n, d), K: make(1, n, d), V: make(1, n, d) };
}
