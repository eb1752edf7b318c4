import type { Arithmetic } from '../arithmetic.ts';
import { train, type OnStep } from '../train.ts';
import { learn, transformer, type Transformer } from '../transformer.ts';
import { vocabulary } from './lexicon.ts';
import { batchOfSentences, drawSentences, length } from './sentences.ts';

/** What a training of this study is made of; with the seed, all that there is to know about it. */
export const senseRecipe = { d: 32, heads: 2, layers: 2, hidden: 32, batch: 32, rate: 0.003, steps: 600 } as const;

/** A model of the recipe's size, as its seed draws it. */
export function newSense(seed: number): Transformer {
  const { d, heads, layers, hidden } = senseRecipe;
  return transformer({ vocabulary: vocabulary.length, length, d, heads, layers, hidden, causal: true }, seed);
}

/**
 * Trains a model to say what follows a form, on sentences that are drawn as they are needed. It is never told a sense.
 *
 * @param math The products it is computed with.
 * @param seed Of the weights it begins with, and of the sentences.
 * @param onStep Told the loss in nats after each step.
 */
export function trainSense(math: Arithmetic, seed: number, onStep?: OnStep): Transformer {
  return train(
    newSense(seed),
    (model, tokens, targets) => learn(math, model, tokens, targets),
    seed,
    senseRecipe,
    (count, random) => batchOfSentences(drawSentences(count, random)),
    onStep,
  );
}
