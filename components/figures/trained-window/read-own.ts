import { keep } from 'virtual:kept';
import { filled } from '#lib/training/file.ts';
import type { WindowCard } from '#lib/training/window/card.ts';
import { windowKinds, type WindowKind } from '#lib/training/window/kinds.ts';
import { newWindowed } from '#lib/training/window/study.ts';
import type { Transformer } from '#lib/training/transformer.ts';
import { inlineBytes } from '../../figure/inline-bytes.ts';
import { readBy } from './reading.ts';

const cards = import.meta.glob<WindowCard>('/content/models/window-*.json', { eager: true, import: 'default' });
const weights = import.meta.glob<string>('/content/models/window-*-1.bin', {
  eager: true,
  import: 'default',
  query: '?inline',
});

export const names = Object.keys(windowKinds) as WindowKind[];

/** The card of the first seed of a kind, with whose weights the maps are made. */
export const cardOf = (kind: WindowKind): WindowCard => cards[`/content/models/window-${kind}-1.json`]!;

/** What all models have right, and what the first of each kind does with the figure's own example. */
export const readOwn = keep('trained-window own', () => {
  const models = {} as Record<WindowKind, Transformer>;
  for (const kind of names)
    models[kind] = filled(newWindowed(kind, 1), inlineBytes(weights[`/content/models/window-${kind}-1.bin`]!));
  return readBy(Object.values(cards), models);
});
