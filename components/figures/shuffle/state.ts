import { cellState } from '../../sentence/cell-state.ts';
import { integer, oneOf } from '../../figure/state/fields.ts';

export const state = {
  ...cellState,
  /** Of the order: each press of Shuffle takes the next. */
  seed: integer(1, { from: 1, to: 9999 }),
  positions: oneOf('off', ['on', 'off']),
};
