import type { TrainedCard } from '../card.ts';
import type { ProjectionKind } from './kinds.ts';
import type { ProjectionScore } from './measure.ts';

/** What is known of a model with tied or separate projections: how it was made, and how well it does. */
export interface ProjectionCard extends TrainedCard, ProjectionScore {
  readonly kind: ProjectionKind;
  readonly d: number;
  /** Features of the feed-forward layer; 0 where there is none. */
  readonly hidden: number;
  readonly parameters: number;
  /** The rows that it was measured on: how many, and the seed that drew them. */
  readonly heldOut: { readonly rows: number; readonly seed: number };
}
