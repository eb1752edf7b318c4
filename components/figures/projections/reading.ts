import { exact } from '#lib/training/exact.ts';
import type { ProjectionCard } from '#lib/training/projections/card.ts';
import type { Row } from '#lib/training/projections/circles.ts';
import type { ProjectionKind } from '#lib/training/projections/kinds.ts';
import { exampleRow, readRow, type RowRead } from '#lib/training/projections/map.ts';
import type { Transformer } from '#lib/training/transformer.ts';
import { meanAndRange, type MeanAndRange } from '#lib/meanAndRange.ts';

/** What the models of one kind had right, and what one of them does with the row that the figure shows. */
export interface OfKind extends RowRead {
  readonly right: MeanAndRange;
}

export interface ProjectionsReading extends Row {
  readonly kinds: Readonly<Record<ProjectionKind, OfKind>>;
  readonly seeds: number;
}

/** To five decimals, for it travels in the page. */
const short = (numbers: readonly number[]): number[] => numbers.map((number) => Number(number.toFixed(5)));

/**
 * What the figure shows.
 *
 * @param cards Of all models, every seed.
 * @param models One of each kind, for the maps.
 */
export function readBy(
  cards: readonly ProjectionCard[],
  models: Readonly<Record<ProjectionKind, Transformer>>,
): ProjectionsReading {
  const row = exampleRow();
  const kinds = {} as Record<ProjectionKind, OfKind>;
  for (const [name, model] of Object.entries(models)) {
    const kind = name as ProjectionKind;
    const { weights, scores, says } = readRow(exact, model, row);
    const right = meanAndRange(cards.filter((card) => card.kind === kind).map(({ byCircle }) => byCircle));
    kinds[kind] = { right, weights: short(weights), scores: short(scores), says };
  }
  return {
    ...row,
    kinds,
    seeds: new Set(cards.map(({ seed }) => seed)).size,
  };
}
