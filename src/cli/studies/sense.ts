import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { measureSense, senseMeasured } from '../../../lib/training/sense/measure.ts';
import { newSense, senseRecipe, trainSense } from '../../../lib/training/sense/study.ts';
import { seeds, type Run } from './study.ts';

/** What follows a form with two senses: one model, from five seeds. */
export function sense(math: Arithmetic): Run[] {
  return seeds.map((seed) => ({
    name: `sense-${seed}`,
    steps: senseRecipe.steps,
    train(onStep) {
      const model = trainSense(math, seed, onStep);
      const { parameters } = model;
      return {
        parameters,
        card: () => ({
          model: 'sense',
          seed,
          ...senseRecipe,
          parameters: parameters.values.length,
          heldOut: senseMeasured,
          ...measureSense(math, model, newSense(seed)),
        }),
      };
    },
  }));
}
