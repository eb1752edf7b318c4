import type { ProjectionKind } from '#lib/training/projections/kinds.ts';
import type { State } from '../../figure/state/fields.ts';
import type { ProjectionsReading } from './reading.ts';
import type { state } from './state.ts';

export function compute({ other, circle, query, key }: State<typeof state>, reading: ProjectionsReading) {
  const { names, holds, kinds, seeds } = reading;
  const of = (kind: ProjectionKind) => ({ kind, ...kinds[kind] });
  return {
    circle,
    cell: [query, key ?? names[query]!] as const,
    names,
    holds,
    seeds,
    separate: of('separate'),
    beside: of(other),
  };
}

export type Shown = ReturnType<typeof compute>;
