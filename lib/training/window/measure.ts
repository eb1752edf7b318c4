import { seededRandom } from '../../random.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { answerTo, batchOfLines, drawLines, length, places, type Line } from './lines.ts';

/** The held-out lines that every model is measured on: so many for each distance, drawn from this seed. */
export const linesMeasured = { each: 300, seed: 77 } as const;

/** How well a model does on lines that it was not trained on. */
export interface WindowScore {
  /** The share of right answers; of all, and where the answer stands 1, 2, 3 … places back. */
  readonly right: number;
  readonly byDistance: readonly number[];
}

/** The letter that a model says to each line, by its number. */
export function answersOf(math: Arithmetic, model: Transformer, lines: readonly Line[]): number[] {
  const { logits } = read(math, model, batchOfLines(lines).tokens);
  const { vocabulary } = model.sizes;
  return lines.map((_, line) => {
    const from = (line * length + places) * vocabulary;
    const said = [...logits.data.subarray(from, from + vocabulary)];
    return said.indexOf(Math.max(...said));
  });
}

/**
 * Asks a model for every distance in turn.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 */
export function measureWindowed(math: Arithmetic, model: Transformer): WindowScore {
  const { each, seed } = linesMeasured;
  const random = seededRandom(seed);
  const byDistance = Array.from({ length: places }, (_, at) => {
    const lines = drawLines(each, random, true, at + 1);
    const said = answersOf(math, model, lines);
    return lines.filter((line, index) => said[index] === answerTo(line)).length / each;
  });
  return { right: byDistance.reduce((sum, share) => sum + share, 0) / places, byDistance };
}
