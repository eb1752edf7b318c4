import { seededRandom, type Random } from '../../random.ts';
import { adamStep, restingMomenta } from '../adam.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { fallingRate } from '../fallingRate.ts';
import type { Batch } from '../tasks.ts';
import { trainTransformer } from '../trainTransformer.ts';
import type { Transformer } from '../transformer.ts';
import { agreementBatch, drawAgreements } from './corpus.ts';
import { agreementRecipe, agreementSizes } from './kinds.ts';
import { learnRecurrent, recurrent, type Recurrent } from './recurrent.ts';

const draw = (count: number, random: Random): Batch => agreementBatch(drawAgreements(count, random));

/** Trains the model with attention; see {@link trainRecurrent}. */
export function trainAttention(
  math: Arithmetic,
  seed: number,
  onStep?: (step: number, loss: number) => void,
): Transformer {
  return trainTransformer(math, agreementSizes.attention, seed, agreementRecipe, draw, onStep);
}

/**
 * Trains the recurrent network, on the same sentences and for as long as the model with attention.
 *
 * @param math The products it is computed with.
 * @param seed Of the weights it begins with, and of the sentences.
 * @param onStep Told the loss in nats after each step.
 */
export function trainRecurrent(
  math: Arithmetic,
  seed: number,
  onStep: (step: number, loss: number) => void = () => undefined,
): Recurrent {
  const model = recurrent(agreementSizes.recurrent, seed);
  const momenta = restingMomenta(model.parameters);
  const random = seededRandom(seed + 1000);
  const { steps, batch, rate } = agreementRecipe;
  for (let step = 1; step <= steps; step++) {
    const { tokens, targets } = draw(batch, random);
    const { loss } = learnRecurrent(math, model, tokens, targets);
    adamStep(model.parameters, momenta, { rate: fallingRate(rate, step, steps) });
    onStep(step, loss);
  }
  return model;
}
