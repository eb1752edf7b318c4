/** What is known of a model that was trained on a task: how it was made, and how well it does. */
export interface TaskCard {
  readonly task: 'reverse' | 'recall';
  readonly layers: number;
  /** Of the weights it began with, and of the sequences. */
  readonly seed: number;
  /** Batches that it learnt from. */
  readonly steps: number;
  /** Features of a position. */
  readonly d: number;
  /** Sequences in a batch. */
  readonly batch: number;
  readonly rate: number;
  /** The first step, counted from 1, of whose answers at least 99 % were right; none where there was no such step. */
  readonly learnedAt: number | null;
  /** The share of right answers on sequences that no training draws. */
  readonly right: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
  /** The sequences that it was measured on: how many, and the seed that drew them. */
  readonly heldOut: { readonly count: number; readonly seed: number };
}
