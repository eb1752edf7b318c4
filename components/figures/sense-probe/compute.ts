import type { SenseCard } from '#lib/training/sense/card.ts';
import { distanceGroups, mostBetween } from '#lib/training/sense/sentences.ts';
import { meanAndRange, type MeanAndRange } from '#lib/meanAndRange.ts';

/** The models, one a seed. */
export const cards = Object.values(
  import.meta.glob<SenseCard>('/content/models/sense-*.json', { eager: true, import: 'default' }),
);

/** Words between the one that tells the sense and the form. */
export const groups = distanceGroups.map((from, at) => `${from}–${(distanceGroups[at + 1] ?? mostBetween + 1) - 1}`);

/** What a probe reads, or what it learnt from: in the order in which they are told. */
export const lines = ['input', 'layer 1', 'layer 2', 'shuffled', 'untrained'] as const;
export type Line = (typeof lines)[number];

/** What the seeds have right, by distance. */
export function foundBy(line: Line): MeanAndRange {
  return meanAndRange(
    cards.map(({ probes, shuffled, untrained }) =>
      line === 'shuffled' ? shuffled : line === 'untrained' ? untrained : probes[lines.indexOf(line)]!,
    ),
  );
}
