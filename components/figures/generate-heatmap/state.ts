import { flag, integer, oneOf, optional } from '../../figure/state/fields.ts';

const longest = { from: 0, to: 127 };

/** Layer and head counted from 1, as on the page; query and key from 0, and left open the strongest pair. */
export const state = {
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
  unit: oneOf('words', ['words', 'pieces']),
  untrained: flag(false),
  query: optional(integer(0, longest)),
  key: optional(integer(0, longest)),
};
