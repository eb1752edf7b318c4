import type { Parameters } from '../../../lib/training/parameters.ts';

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
  /** Whether its weights are kept; else what they could do, and nothing more. */
  readonly isKept: boolean;
  train(onStep: (step: number, loss: number) => void): Trained;
}
