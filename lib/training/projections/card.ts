import { readModel } from '../file.ts';
import type { Transformer } from '../transformer.ts';
import type { ProjectionKind } from './kinds.ts';
import type { ProjectionScore } from './measure.ts';
import { newProjections } from './study.ts';

/** What is known of a model with tied or separate projections: how it was made, and how well it does. */
export interface ProjectionCard extends ProjectionScore {
  readonly kind: ProjectionKind;
  /** Of the weights it began with, and of the rows. */
  readonly seed: number;
  /** Batches that it learnt from. */
  readonly steps: number;
  readonly d: number;
  /** Features of the feed-forward layer; 0 where there is none. */
  readonly hidden: number;
  /** Rows in a batch. */
  readonly batch: number;
  readonly rate: number;
  readonly parameters: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
  /** The rows that it was measured on: how many, and the seed that drew them. */
  readonly heldOut: { readonly rows: number; readonly seed: number };
}

/**
 * A trained model with tied or separate projections.
 *
 * @param card What it is.
 * @param bytes The file of its weights.
 * @throws RangeError when the file is longer or shorter than its model.
 */
export function projectionsOf({ kind, seed }: Pick<ProjectionCard, 'kind' | 'seed'>, bytes: Uint8Array): Transformer {
  const model = newProjections(kind, seed);
  readModel(bytes, model.parameters);
  return model;
}
