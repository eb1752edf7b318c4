import { cellState } from '../../sentence/cell-state.ts';
import { integer, optional } from '../../figure/state/fields.ts';

/** The feature is one of those that a head carries; left open, the one of the output that is largest. */
export const state = { ...cellState, feature: optional(integer(0, { from: 0, to: 127 })) };
