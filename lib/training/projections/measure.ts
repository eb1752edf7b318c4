import { seededRandom } from '../../random.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { batchOfRows, circlesOf, drawRows, places } from './circles.ts';

/** The held-out rows that every model is measured on: so many, drawn from this seed. */
export const rowsMeasured = { rows: 1000, seed: 77 } as const;

/** How well a model does on rows that it was not trained on; by the length of the circle, 1 first. */
export interface ProjectionScore {
  /** The share of places that say the right letter; of all, and in circles of each length. */
  readonly right: number;
  readonly byCircle: readonly number[];
  /** The share of places whose strongest weight is on the one that they name. */
  readonly lookByCircle: readonly number[];
  /** The share of places whose strongest weight is on themselves. */
  readonly selfByCircle: readonly number[];
}

/**
 * Lets a model answer for every place of the held-out rows.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 */
export function measureProjections(math: Arithmetic, model: Transformer): ProjectionScore {
  const rows = drawRows(rowsMeasured.rows, seededRandom(rowsMeasured.seed), true);
  const { tokens, targets } = batchOfRows(rows);
  const { logits, attended } = read(math, model, tokens);
  const strongest = (numbers: ArrayLike<number> & Iterable<number>): number =>
    [...numbers].indexOf(Math.max(...numbers));
  const rowOf = ({ data }: typeof logits, at: number, width: number) => data.subarray(at * width, (at + 1) * width);
  const groups = Array.from({ length: places }, () => ({ count: 0, right: 0, look: 0, self: 0 }));
  for (const [r, { names }] of rows.entries())
    for (const [place, circle] of circlesOf(names).entries()) {
      const at = r * places + place;
      const group = groups[circle - 1]!;
      group.count++;
      if (strongest(rowOf(logits, at, model.sizes.vocabulary)) === targets[at]) group.right++;
      const looksAt = strongest(rowOf(attended[0]!.weights, at, places));
      if (looksAt === names[place]) group.look++;
      if (looksAt === place) group.self++;
    }
  return {
    right: groups.reduce((sum, { right }) => sum + right, 0) / targets.length,
    byCircle: groups.map(({ right, count }) => right / count),
    lookByCircle: groups.map(({ look, count }) => look / count),
    selfByCircle: groups.map(({ self, count }) => self / count),
  };
}
