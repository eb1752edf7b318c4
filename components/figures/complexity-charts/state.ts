import { oneOf } from '../../figure/state/fields.ts';
import { lengths, widths } from './costs.ts';

/** Sequence length and features of a position, both powers of two. */
export const state = {
  n: oneOf('16384', lengths.map(String)),
  d: oneOf('512', widths.map(String)),
};
