import type { TrainedCard } from '../card.ts';
import type { SenseScore } from './measure.ts';

/** What is known of a model that says what follows a form with two senses: how it was made, and how well it does. */
export interface SenseCard extends TrainedCard, SenseScore {
  readonly d: number;
  readonly heads: number;
  readonly layers: number;
  readonly hidden: number;
  readonly parameters: number;
  /** For each form, the sentences that its probes learnt from, and the held-out ones of each group of distances; and the seed that drew them. */
  readonly heldOut: { readonly probed: number; readonly each: number; readonly seed: number };
}
