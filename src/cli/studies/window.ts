import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { windowKinds, windowRecipe, type WindowKind } from '../../../lib/training/window/kinds.ts';
import { linesMeasured, measureWindowed } from '../../../lib/training/window/measure.ts';
import { trainWindowed } from '../../../lib/training/window/study.ts';
import { seeds, type Run } from './study.ts';

/** Attention through windows of several widths. */
export function window(math: Arithmetic): Run[] {
  const kinds = Object.keys(windowKinds) as WindowKind[];
  return seeds.flatMap((seed) =>
    kinds.map((kind) => ({
      name: `window-${kind}-${seed}`,
      steps: windowRecipe.steps,
      train(onStep) {
        const model = trainWindowed(math, kind, seed, onStep);
        const { parameters } = model;
        return {
          parameters,
          card: () => ({
            ...{ model: 'window', kind, seed, ...windowRecipe, parameters: parameters.values.length },
            ...{ heldOut: linesMeasured, ...measureWindowed(math, model) },
          }),
        };
      },
    })),
  );
}
