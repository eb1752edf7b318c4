import type { TranslationCard } from '#lib/training/translation/card.ts';
import { lengthGroups } from '#lib/training/translation/corpus.ts';
import { meanAndRange, type MeanAndRange } from '#lib/meanAndRange.ts';

/** Every translator that was trained: two kinds, several budgets of steps, several seeds of each. */
const cards = Object.values(
  import.meta.glob<TranslationCard>('/content/models/translation-*.json', { eager: true, import: 'default' }),
);

export const kinds = ['attention', 'fixed'] as const;
export type Kind = (typeof kinds)[number];
export const budgets = [...new Set(cards.map(({ steps }) => steps))].toSorted((a, b) => a - b);
export const seeds = new Set(cards.map(({ seed }) => seed)).size;
/** Held-out sentences of each group of lengths. */
export const { each } = cards[0]!.heldOut;
export const groups = lengthGroups.map((from, at) => {
  const next = lengthGroups[at + 1];
  return next === undefined ? `${from}+` : `${from}–${next - 1}`;
});

/** What the seeds of one kind and one budget have right of each group of lengths. */
export function rightOf(kind: Kind, steps: number): MeanAndRange {
  return meanAndRange(
    cards.filter((card) => card.kind === kind && card.steps === steps).map(({ byLength }) => byLength),
  );
}
