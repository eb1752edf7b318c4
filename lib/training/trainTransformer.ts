import { seededRandom, type Random } from '../random.ts';
import { adamStep, restingMomenta } from './adam.ts';
import type { Arithmetic } from './arithmetic.ts';
import { fallingRate } from './fallingRate.ts';
import type { Batch } from './tasks.ts';
import { learn, transformer, type Transformer, type TransformerSizes } from './transformer.ts';

/** How long a transformer is trained, and on how many sequences at a time. */
export interface Training {
  readonly steps: number;
  /** Sequences in a batch. */
  readonly batch: number;
  /** The length of Adam's steps in the first half; it falls over the second. */
  readonly rate: number;
}

/**
 * Trains a transformer on sequences that are drawn as they are needed.
 *
 * @param math The products it is computed with.
 * @param sizes How large it is.
 * @param seed Of the weights it begins with, and of the sequences.
 * @param training How long.
 * @param draw So many sequences, with what is to be said of each.
 * @param onStep Told the loss in nats after each step.
 */
export function trainTransformer(
  math: Arithmetic,
  sizes: TransformerSizes,
  seed: number,
  { steps, batch, rate }: Training,
  draw: (count: number, random: Random) => Batch,
  onStep: (step: number, loss: number) => void = () => undefined,
): Transformer {
  const model = transformer(sizes, seed);
  const momenta = restingMomenta(model.parameters);
  const random = seededRandom(seed + 1000);
  for (let step = 1; step <= steps; step++) {
    const { tokens, targets } = draw(batch, random);
    const { loss } = learn(math, model, tokens, targets);
    adamStep(model.parameters, momenta, { rate: fallingRate(rate, step, steps) });
    onStep(step, loss);
  }
  return model;
}
