import { oneOf, type State as StateOf } from '../../figure/state/fields.ts';

/** The size of a bench case, and what is asked of it. */
export const state = {
  size: oneOf('512', ['8', '32', '512', '2048', '4096', '8x512']),
  asks: oneOf('output', ['output', 'weights', 'causal']),
};

export type State = StateOf<typeof state>;
