import { seededRandom } from '../../random.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { batchOfLines, drawLines, length, places, type Line } from './lines.ts';
import { answersOf } from './measure.ts';

/** What a model does with one line of letters, asked for each place in turn. */
export interface LineRead {
  /** (places, length): where the question looks in the last layer, a row for each distance that it asks for. */
  readonly weights: readonly number[];
  /** The letter that it answers to each question, by its number. */
  readonly says: readonly number[];
}

/**
 * Asks for every place of one line.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param holds The letters.
 */
export function readLine(math: Arithmetic, model: Transformer, holds: Line['holds']): LineRead {
  const lines = Array.from({ length: places }, (_, at) => ({ holds, back: at + 1 }));
  const { data } = read(math, model, batchOfLines(lines).tokens).attended.at(-1)!.weights;
  const rows = lines.map((_, line) => [
    ...data.subarray((line * length + places) * length, (line + 1) * length * length),
  ]);
  return { weights: rows.flat(), says: answersOf(math, model, lines) };
}

/** The letters of a held-out line. */
export function exampleLine(): Line['holds'] {
  return drawLines(1, seededRandom(3), true)[0]!.holds;
}
