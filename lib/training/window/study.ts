import type { Arithmetic } from '../arithmetic.ts';
import { train, type OnStep } from '../train.ts';
import { learn, transformer, type Transformer } from '../transformer.ts';
import { windowKinds, windowRecipe, type Kind, type WindowKind } from './kinds.ts';
import { batchOfLines, drawLines, length, tokens } from './lines.ts';

/** A model of one kind, as its seed draws it. */
export function newWindowed(kind: WindowKind, seed: number): Transformer {
  const { window, layers }: Kind = windowKinds[kind];
  const { d, hidden } = windowRecipe;
  return transformer({ vocabulary: tokens, length, d, heads: 1, layers, hidden, causal: false, window }, seed);
}

/**
 * Trains a model of one kind on lines that are drawn as they are needed.
 *
 * @param math The products it is computed with.
 * @param kind What a place may see.
 * @param seed Of the weights it begins with, and of the lines.
 * @param onStep Told the loss in nats after each step.
 */
export function trainWindowed(math: Arithmetic, kind: WindowKind, seed: number, onStep?: OnStep): Transformer {
  return train(
    newWindowed(kind, seed),
    (model, tokens, targets) => learn(math, model, tokens, targets),
    seed,
    windowRecipe,
    (count, random) => batchOfLines(drawLines(count, random)),
    onStep,
  );
}
