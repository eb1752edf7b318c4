import { seededRandom } from '../../../lib/random.ts';
import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { drawHeldOut, measuredOn } from '../../../lib/training/translation/corpus.ts';
import { measureTranslation } from '../../../lib/training/translation/measure.ts';
import { trainTranslator, translationRecipe } from '../../../lib/training/translation/train.ts';
import { seeds, type Run } from './study.ts';

const kinds = [
  ['attention', 'every state'],
  ['fixed', 'the last state'],
] as const;
const budgets = [400, 800, 1600];

/** Translators with attention and with one vector, at three budgets; the weights of the largest are kept. */
export function translation(math: Arithmetic): Run[] {
  const pairs = drawHeldOut(measuredOn.each, seededRandom(measuredOn.seed));
  return budgets.flatMap((steps) =>
    seeds.flatMap((seed) =>
      kinds.map(([kind, sees]) => ({
        name: `translation-${kind}-${seed}-${steps}`,
        steps,
        isCardOnly: steps !== budgets.at(-1),
        train(onStep) {
          const model = trainTranslator(math, sees, seed, steps, onStep);
          const card = () => {
            const { right, byLength, aligned } = measureTranslation(math, model, pairs);
            const made = { model: 'translation', kind, seed, steps, ...translationRecipe };
            return { ...made, heldOut: measuredOn, right, byLength, ...(kind === 'attention' ? { aligned } : {}) };
          };
          return { parameters: model.parameters, card };
        },
      })),
    ),
  );
}
