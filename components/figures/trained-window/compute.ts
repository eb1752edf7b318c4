import { windowKinds, type Kind, type WindowKind } from '#lib/training/window/kinds.ts';
import { length, places } from '#lib/training/window/lines.ts';
import type { State } from '../../figure/state/fields.ts';
import type { WindowReading } from './reading.ts';
import type { state } from './state.ts';

export function compute({ other, distance, key }: State<typeof state>, { holds, kinds, seeds }: WindowReading) {
  const of = (kind: WindowKind) => {
    const { window = places, layers }: Kind = windowKinds[kind];
    // The question stands at the last place. 1 where it sees a place in one layer, row by row.
    const seen = Array.from({ length }, (_, place) => (places - place <= window ? 1 : 0));
    const allowed = holds.flatMap(() => seen);
    return { kind, window, layers, reach: Math.min(places, window * layers), allowed, ...kinds[kind] };
  };
  const answer = places - 1 - distance;
  return {
    distance,
    cell: [distance, key ?? answer] as const,
    answer,
    holds,
    seeds,
    all: of('all'),
    beside: of(other),
  };
}

export type Shown = ReturnType<typeof compute>;
