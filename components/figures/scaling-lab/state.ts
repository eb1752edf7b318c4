import { flag, integer, oneOf } from '../../figure/state/fields.ts';

export const sizes = Array.from({ length: 13 }, (_, power) => 2 ** power);

/** Seeds go round. */
export const seeds = 1000;

export const state = {
  d: oneOf('256', sizes.map(String)),
  scaled: flag(false),
  seed: integer(17, { from: 0, to: seeds - 1 }),
};
