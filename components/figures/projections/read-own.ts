import { keep } from 'virtual:kept';
import { filled } from '#lib/training/file.ts';
import type { ProjectionCard } from '#lib/training/projections/card.ts';
import { projectionKinds, type ProjectionKind } from '#lib/training/projections/kinds.ts';
import { newProjections } from '#lib/training/projections/study.ts';
import type { Transformer } from '#lib/training/transformer.ts';
import { inlineBytes } from '../../figure/inline-bytes.ts';
import { readBy } from './reading.ts';

const cards = import.meta.glob<ProjectionCard>('/content/models/projections-*.json', {
  eager: true,
  import: 'default',
});
const weights = import.meta.glob<string>('/content/models/projections-*-1.bin', {
  eager: true,
  import: 'default',
  query: '?inline',
});

export const names = Object.keys(projectionKinds) as ProjectionKind[];

/** The card of the first seed of a kind, with whose weights the maps are made. */
export const cardOf = (kind: ProjectionKind): ProjectionCard => cards[`/content/models/projections-${kind}-1.json`]!;

/** What all models have right, and what the first of each kind does with the figure's own example. */
export const readOwn = keep('projections own', () => {
  const models = {} as Record<ProjectionKind, Transformer>;
  for (const kind of names)
    models[kind] = filled(newProjections(kind, 1), inlineBytes(weights[`/content/models/projections-${kind}-1.bin`]!));
  return readBy(Object.values(cards), models);
});
