import { places } from '#lib/training/projections/circles.ts';
import { projectionKinds, type ProjectionKind } from '#lib/training/projections/kinds.ts';
import { integer, oneOf, optional } from '../../figure/state/fields.ts';

/** What stands beside separate projections. */
export const others = (Object.keys(projectionKinds) as ProjectionKind[]).filter((kind) => kind !== 'separate');

const place = integer(0, { from: 0, to: places - 1 });
export const state = {
  other: oneOf<ProjectionKind>('tied', others),
  /** The length of the circles that are read out, less one. */
  circle: { ...place, fallback: 2 },
  /** The place that asks and the one that it may look at, counted from 0. Left open, it is the one that it names. */
  query: { ...place, fallback: 1 },
  key: { ...optional(place), follows: 'query' },
};
