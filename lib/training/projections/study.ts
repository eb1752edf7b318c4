import type { Arithmetic } from '../arithmetic.ts';
import { train, type OnStep } from '../train.ts';
import { learn, transformer, type Transformer } from '../transformer.ts';
import { batchOfRows, drawRows, places, tokens } from './circles.ts';
import { projectionKinds, projectionRecipe, type Kind, type ProjectionKind } from './kinds.ts';

/** A model of one kind, as its seed draws it. */
export function newProjections(kind: ProjectionKind, seed: number): Transformer {
  const { tied, d, hidden }: Kind = projectionKinds[kind];
  return transformer({ vocabulary: tokens, length: places, heads: 1, layers: 1, causal: false, tied, d, hidden }, seed);
}

/**
 * Trains a model of one kind on rows that are drawn as they are needed.
 *
 * @param math The products it is computed with.
 * @param kind What its projections share.
 * @param seed Of the weights it begins with, and of the rows.
 * @param onStep Told the loss in nats after each step.
 */
export function trainProjections(math: Arithmetic, kind: ProjectionKind, seed: number, onStep?: OnStep): Transformer {
  const { steps } = projectionKinds[kind];
  return train(
    newProjections(kind, seed),
    (model, tokens, targets) => learn(math, model, tokens, targets),
    seed,
    { ...projectionRecipe, steps },
    (count, random) => batchOfRows(drawRows(count, random)),
    onStep,
  );
}
