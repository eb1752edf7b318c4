import { readModel } from '../file.ts';
import type { Transformer } from '../transformer.ts';
import type { WindowKind } from './kinds.ts';
import type { WindowScore } from './measure.ts';
import { newWindowed } from './study.ts';

/** What is known of a model with or without a window: how it was made, and how well it does. */
export interface WindowCard extends WindowScore {
  readonly kind: WindowKind;
  /** Of the weights it began with, and of the lines. */
  readonly seed: number;
  /** Batches that it learnt from. */
  readonly steps: number;
  /** Lines in a batch. */
  readonly batch: number;
  readonly rate: number;
  readonly parameters: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
  /** The lines that it was measured on: how many for each distance, and the seed that drew them. */
  readonly heldOut: { readonly each: number; readonly seed: number };
}

/**
 * A trained model with or without a window.
 *
 * @param card What it is.
 * @param bytes The file of its weights.
 * @throws RangeError when the file is longer or shorter than its model.
 */
export function windowedOf({ kind, seed }: Pick<WindowCard, 'kind' | 'seed'>, bytes: Uint8Array): Transformer {
  const model = newWindowed(kind, seed);
  readModel(bytes, model.parameters);
  return model;
}
