import { seededRandom, type Random } from '../random.ts';
import { adamStep, restingMomenta } from './adam.ts';
import type { Loss } from './crossEntropy.ts';
import { fallingRate } from './fallingRate.ts';
import type { Parameters } from './parameters.ts';
import type { Batch } from './tasks.ts';

/** How long a model is trained, and on how many sequences at a time. */
export interface Training {
  readonly steps: number;
  /** Sequences in a batch. */
  readonly batch: number;
  /** The length of Adam's steps in the first half; it falls over the second. */
  readonly rate: number;
}

/** Told the loss in nats after each step. */
export type OnStep = (step: number, loss: number) => void;

/**
 * Trains a model on sequences that are drawn as they are needed.
 *
 * @param model As its seed drew it; its weights are moved.
 * @param learn The loss of a batch, its slopes added to the model's gradients.
 * @param seed Of the sequences.
 * @param training How long.
 * @param draw So many sequences, with what is to be said of each.
 * @returns The model that was given.
 */
export function train<Model extends { readonly parameters: Parameters }>(
  model: Model,
  learn: (model: Model, tokens: Int32Array, targets: Int32Array) => Loss,
  seed: number,
  { steps, batch, rate }: Training,
  draw: (count: number, random: Random) => Batch,
  onStep: OnStep = () => undefined,
): Model {
  const momenta = restingMomenta(model.parameters);
  const random = seededRandom(seed + 1000);
  for (let step = 1; step <= steps; step++) {
    const { tokens, targets } = draw(batch, random);
    const { loss } = learn(model, tokens, targets);
    adamStep(model.parameters, momenta, { rate: fallingRate(rate, step, steps) });
    onStep(step, loss);
  }
  return model;
}
