import type { TrainedCard } from '../card.ts';
import type { WindowKind } from './kinds.ts';
import type { WindowScore } from './measure.ts';

/** What is known of a model with or without a window: how it was made, and how well it does. */
export interface WindowCard extends TrainedCard, WindowScore {
  readonly kind: WindowKind;
  readonly parameters: number;
  /** The lines that it was measured on: how many for each distance, and the seed that drew them. */
  readonly heldOut: { readonly each: number; readonly seed: number };
}
