import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { projectionKinds, projectionRecipe, type ProjectionKind } from '../../../lib/training/projections/kinds.ts';
import { measureProjections, rowsMeasured } from '../../../lib/training/projections/measure.ts';
import { trainProjections } from '../../../lib/training/projections/study.ts';
import { seeds, type Run } from './study.ts';

/** One layer of attention with tied or separate projections. */
export function projections(math: Arithmetic): Run[] {
  const kinds = Object.keys(projectionKinds) as ProjectionKind[];
  return seeds.flatMap((seed) =>
    kinds.map((kind) => {
      const { d, hidden, steps } = projectionKinds[kind];
      return {
        name: `projections-${kind}-${seed}`,
        steps,
        train(onStep) {
          const model = trainProjections(math, kind, seed, onStep);
          const { parameters } = model;
          const made = { model: 'projections', kind, seed, steps, d, hidden, ...projectionRecipe };
          return {
            parameters,
            card: () => ({
              ...made,
              parameters: parameters.values.length,
              heldOut: rowsMeasured,
              ...measureProjections(math, model),
            }),
          };
        },
      };
    }),
  );
}
