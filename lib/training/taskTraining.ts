import { seededRandom, type Random } from '../random.ts';
import { adamStep, restingMomenta, type Momenta } from './adam.ts';
import type { Arithmetic } from './arithmetic.ts';
import { crossEntropy } from './crossEntropy.ts';
import type { Task } from './tasks.ts';
import { learn, read, transformer, type Transformer } from './transformer.ts';

/** What a training on a task is made of; with the task, the count of layers and the seed, all that there is to know about it. */
export const taskRecipe = { d: 32, heads: 1, hidden: 32, batch: 32, rate: 0.002 } as const;

/** The sequences that accuracy is measured on; training draws others. */
export const heldOut = { count: 200, seed: 99_991 } as const;

/** A model on its way to a task, and what its steps hand on. */
export interface TaskTraining {
  readonly task: Task;
  readonly model: Transformer;
  readonly momenta: Momenta;
  readonly random: Random;
}

/**
 * A training before its first step.
 *
 * @param task What is to be learned.
 * @param layers How many blocks of attention and feed-forward layer the model has.
 * @param seed Of the weights it begins with, and of the sequences.
 */
export function startTask(task: Task, layers: number, seed: number): TaskTraining {
  const { d, heads, hidden } = taskRecipe;
  const { vocabulary, length, causal } = task;
  const model = transformer({ vocabulary, length, causal, d, heads, hidden, layers }, seed);
  return { task, model, momenta: restingMomenta(model.parameters), random: seededRandom(seed + 1000) };
}

/**
 * One step: draws a batch, and moves the weights down the slope of its loss.
 *
 * @param math The products it is computed with.
 * @param training As the step before left it; carried on.
 * @returns The loss in nats, and the share of answers that were right, before the weights moved.
 */
export function stepTask(
  math: Arithmetic,
  { task, model, momenta, random }: TaskTraining,
): { readonly loss: number; readonly accuracy: number } {
  const { tokens, targets } = task.draw(taskRecipe.batch, random);
  const { loss, accuracy } = learn(math, model, tokens, targets);
  adamStep(model.parameters, momenta, { rate: taskRecipe.rate });
  return { loss, accuracy };
}

/**
 * The loss in nats and the share of right answers on 200 sequences that are not trained on, the same for every training.
 *
 * @param math The products it is computed with.
 * @param training Its model is read, and not changed.
 */
export function measureTask(
  math: Arithmetic,
  { task, model }: TaskTraining,
): { readonly loss: number; readonly accuracy: number } {
  const { tokens, targets } = task.draw(heldOut.count, seededRandom(heldOut.seed));
  const { loss, accuracy } = crossEntropy(read(math, model, tokens).logits, targets);
  return { loss, accuracy };
}
