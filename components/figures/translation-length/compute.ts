import type { TranslationCard } from '#lib/training/translation/card.ts';
import { lengthGroups } from '#lib/training/translation/corpus.ts';

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
export interface Right {
  readonly means: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

export function rightOf(kind: Kind, steps: number): Right {
  const runs = cards.filter((card) => card.kind === kind && card.steps === steps).map(({ byLength }) => byLength);
  const over = (reduce: (shares: readonly number[]) => number): number[] =>
    groups.map((_, group) => reduce(runs.map((byLength) => byLength[group]!)));
  return {
    means: over((shares) => shares.reduce((sum, share) => sum + share, 0) / shares.length),
    lowest: over((shares) => Math.min(...shares)),
    highest: over((shares) => Math.max(...shares)),
  };
}
