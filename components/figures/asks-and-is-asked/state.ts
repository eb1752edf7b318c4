import { mostPieces } from '../../encoder/figure-sentence.ts';
import { integer, optional } from '../../frame/state/fields.ts';

const place = { from: 0, to: mostPieces - 1 };

/** Layer and head counted from 1, as on the page; query and key from 0, and left open the pair that differs most. */
export const state = {
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
  query: optional(integer(0, place)),
  key: optional(integer(0, place)),
};
