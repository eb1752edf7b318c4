import type { Random } from '../../random.ts';
import type { Arithmetic } from '../arithmetic.ts';
import type { Batch } from '../tasks.ts';
import { train, type OnStep } from '../train.ts';
import { learn, transformer, type Transformer } from '../transformer.ts';
import { agreementBatch, drawAgreements } from './corpus.ts';
import { agreementRecipe, agreementSizes } from './kinds.ts';
import { learnRecurrent, recurrent, type Recurrent } from './recurrent.ts';

const draw = (count: number, random: Random): Batch => agreementBatch(drawAgreements(count, random));

/**
 * Trains the model with attention.
 *
 * @param math The products it is computed with.
 * @param seed Of the weights it begins with, and of the sentences.
 * @param onStep Told the loss in nats after each step.
 */
export function trainAttention(math: Arithmetic, seed: number, onStep?: OnStep): Transformer {
  return train(
    transformer(agreementSizes.attention, seed),
    (model, tokens, targets) => learn(math, model, tokens, targets),
    seed,
    agreementRecipe,
    draw,
    onStep,
  );
}

/** Trains the recurrent network, on the same sentences and for as long; see {@link trainAttention}. */
export function trainRecurrent(math: Arithmetic, seed: number, onStep?: OnStep): Recurrent {
  return train(
    recurrent(agreementSizes.recurrent, seed),
    (model, tokens, targets) => learnRecurrent(math, model, tokens, targets),
    seed,
    agreementRecipe,
    draw,
    onStep,
  );
}
