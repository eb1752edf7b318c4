import { flag, oneOf, type State as StateOf } from '../../figure/state/fields.ts';

/** What is shown, and the width that the next measurement takes; what was measured stays on the reader's machine. */
export const state = {
  standard: flag(true),
  tiled: flag(true),
  kernel: flag(true),
  causal: flag(true),
  windowed: flag(true),
  recurrence: flag(true),
  quantity: oneOf('time', ['time', 'memory']),
  d: oneOf('64', ['32', '64', '128']),
};

export type State = StateOf<typeof state>;
