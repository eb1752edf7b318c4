import { exact } from '#lib/training/exact.ts';
import type { Transformer } from '#lib/training/transformer.ts';
import type { WindowCard } from '#lib/training/window/card.ts';
import type { WindowKind } from '#lib/training/window/kinds.ts';
import { exampleLine, readLine, type LineRead } from '#lib/training/window/map.ts';
import { meanAndRange, type MeanAndRange } from '#lib/meanAndRange.ts';

/** What the models of one kind had right by distance, and what one of them does with the line that the figure shows. */
export interface OfKind extends LineRead {
  readonly right: MeanAndRange;
}

export interface WindowReading {
  /** The letters of the line, by their numbers. */
  readonly holds: readonly number[];
  readonly kinds: Readonly<Record<WindowKind, OfKind>>;
  readonly seeds: number;
}

/** To four decimals, for it travels in the page. */
const short = (numbers: readonly number[]): number[] => numbers.map((number) => Number(number.toFixed(4)));

/**
 * What the figure shows.
 *
 * @param cards Of all models, every seed.
 * @param models One of each kind, for the maps.
 */
export function readBy(cards: readonly WindowCard[], models: Readonly<Record<WindowKind, Transformer>>): WindowReading {
  const holds = exampleLine();
  const kinds = {} as Record<WindowKind, OfKind>;
  for (const [name, model] of Object.entries(models)) {
    const kind = name as WindowKind;
    const { weights, says } = readLine(exact, model, holds);
    const right = meanAndRange(cards.filter((card) => card.kind === kind).map(({ byDistance }) => short(byDistance)));
    kinds[kind] = { right, weights: short(weights), says };
  }
  return { holds, kinds, seeds: new Set(cards.map(({ seed }) => seed)).size };
}
