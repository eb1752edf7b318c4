import { seededRandom } from '../../random.ts';
import { adamStep, restingMomenta } from '../adam.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { fallingRate } from '../fallingRate.ts';
import { batchOf, drawPairs, english, french } from './corpus.ts';
import { learnTranslation } from './learn.ts';
import { translator, type Translator, type TranslatorSizes } from './translator.ts';

/** What a training of a translator is made of; with the seed, all that there is to know about it. */
export const translationRecipe = { d: 48, batch: 32, rate: 0.003 } as const;

/** A translator of the recipe's size, as its seed draws it. */
export function newTranslator(sees: TranslatorSizes['sees'], seed: number): Translator {
  return translator({ source: english.length, target: french.length, d: translationRecipe.d, sees }, seed);
}

/**
 * Trains a translator on sentences that are drawn as they are needed. The rate stays for the first half of the
 * steps, and falls to nothing over the second.
 *
 * @param math The products it is computed with.
 * @param sees What its writer sees of the source.
 * @param seed Of the weights it begins with, and of the sentences.
 * @param steps How many batches.
 * @param onStep Told the loss in nats after each step.
 */
export function trainTranslator(
  math: Arithmetic,
  sees: TranslatorSizes['sees'],
  seed: number,
  steps: number,
  onStep: (step: number, loss: number) => void = () => undefined,
): Translator {
  const { batch, rate } = translationRecipe;
  const model = newTranslator(sees, seed);
  const momenta = restingMomenta(model.parameters);
  const random = seededRandom(seed + 1000);
  for (let step = 1; step <= steps; step++) {
    const { source, given, targets } = batchOf(drawPairs(batch, random));
    const { loss } = learnTranslation(math, model, source, given, targets);
    adamStep(model.parameters, momenta, { rate: fallingRate(rate, step, steps) });
    onStep(step, loss);
  }
  return model;
}
