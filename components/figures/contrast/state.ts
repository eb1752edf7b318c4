import { mostPieces } from '../../model/excerpt.ts';
import { flag, integer, oneOf, optional, text } from '../../figure/state/fields.ts';
import { presets } from './pairs.ts';

const place = { from: 0, to: mostPieces - 1 };
const longest = 200;

/** Texts stand in for those of the pair, both for `own`. Layer and head counted from 1, as on the page; query and key from 0, and left open the watched word and the swapped one. */
export const state = {
  pair: oneOf('bank', [...presets.map(({ id }) => id), 'own']),
  first: optional(text('', { longest })),
  second: optional(text('', { longest })),
  layer: integer(2, { from: 1, to: 2 }),
  head: integer(2, { from: 1, to: 4 }),
  query: optional(integer(0, place)),
  key: optional(integer(0, place)),
  cut: flag(true),
};
