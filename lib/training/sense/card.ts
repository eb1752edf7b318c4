import { readModel } from '../file.ts';
import type { Transformer } from '../transformer.ts';
import type { SenseScore } from './measure.ts';
import { newSense } from './study.ts';

/** What is known of a model that says what follows a form with two senses: how it was made, and how well it does. */
export interface SenseCard extends SenseScore {
  /** Of the weights it began with, and of the sentences. */
  readonly seed: number;
  /** Batches that it learnt from. */
  readonly steps: number;
  readonly d: number;
  readonly heads: number;
  readonly layers: number;
  readonly hidden: number;
  /** Sentences in a batch. */
  readonly batch: number;
  readonly rate: number;
  readonly parameters: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
  /** For each form, the sentences that its probes learnt from, and the held-out ones of each group of distances; and the seed that drew them. */
  readonly heldOut: { readonly probed: number; readonly each: number; readonly seed: number };
}

/**
 * A trained model of this study.
 *
 * @param card What it is.
 * @param bytes The file of its weights.
 * @throws RangeError when the file is longer or shorter than its model.
 */
export function senseOf({ seed }: Pick<SenseCard, 'seed'>, bytes: Uint8Array): Transformer {
  const model = newSense(seed);
  readModel(bytes, model.parameters);
  return model;
}
