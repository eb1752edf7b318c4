import type { TrainedCard } from './card.ts';

/** What is known of a model that was trained on a task: how it was made, and how well it does. */
export interface TaskCard extends TrainedCard {
  readonly task: 'reverse' | 'recall';
  readonly layers: number;
  /** Features of a position. */
  readonly d: number;
  /** The first step, counted from 1, of whose answers at least 99 % were right; none where there was no such step. */
  readonly learnedAt: number | null;
  /** The share of right answers on sequences that no training draws. */
  readonly right: number;
  /** The sequences that it was measured on: how many, and the seed that drew them. */
  readonly heldOut: { readonly count: number; readonly seed: number };
}
