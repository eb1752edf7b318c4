import { windowKinds, type WindowKind } from '#lib/training/window/kinds.ts';
import { length, places } from '#lib/training/window/lines.ts';
import { integer, oneOf, optional } from '../../figure/state/fields.ts';

/** What stands beside attention to every place. */
export const others = (Object.keys(windowKinds) as WindowKind[]).filter((kind) => kind !== 'all');

export const state = {
  other: oneOf<WindowKind>('four', others),
  /** How far back the answer stands, less one. */
  distance: integer(5, { from: 0, to: places - 1 }),
  /** The place that the question may look at, counted from 0. Left open, it is the one with the answer. */
  key: { ...optional(integer(0, { from: 0, to: length - 1 })), follows: 'distance' },
};
