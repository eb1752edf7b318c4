import type { Parameters } from '../../../lib/training/parameters.ts';

/** What every study trains its models from: a band shows how far a result depends on it. */
export const seeds = [1, 2, 3, 4, 5];

/** A model that was trained. */
export interface Trained {
  readonly parameters: Parameters;
  /** What its card says of it, its file apart: how it was made, and how well it does with the weights it has now. */
  card(): { readonly right: number };
}

/** One model that is to be trained. */
export interface Run {
  /** Its files' name. */
  readonly name: string;
  readonly steps: number;
  /** Set where its weights are not kept, but what they could do is. */
  readonly isCardOnly?: boolean;
  train(onStep: (step: number, loss: number) => void): Trained;
}
