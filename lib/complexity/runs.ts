import { kernelBytes, stateBytes, tiledBytes, weightsBytes } from './memory.ts';

export const runIds = ['standard', 'tiled', 'kernel', 'causal', 'windowed', 'recurrence'] as const;
export type RunId = (typeof runIds)[number];

/**
 * What theory says of a way to run through a sequence. The code that is timed stands in
 * implementations.ts: a page that only counts does not load it.
 */
export interface Run {
  readonly id: RunId;
  /** The power of n that its time grows with, for large n. */
  readonly exponent: 1 | 2;
  /** Bytes that its algorithm holds beside inputs and output, in float32: see memory.ts. */
  bytes(n: number, d: number): number;
}

/** Positions that a windowed query sees to either side: the side of a tile, so that a window touches three. */
export const windowSide = 32;

/** In the order in which they are timed and listed. */
export const runs: readonly Run[] = [
  { id: 'standard', exponent: 2, bytes: (n) => weightsBytes(n) },
  { id: 'tiled', exponent: 2, bytes: (n) => tiledBytes(n) },
  { id: 'kernel', exponent: 2, bytes: kernelBytes },
  { id: 'causal', exponent: 2, bytes: (n) => tiledBytes(n) },
  { id: 'windowed', exponent: 1, bytes: (n) => tiledBytes(n, windowSide) },
  { id: 'recurrence', exponent: 1, bytes: (_, d) => stateBytes(d) },
];
