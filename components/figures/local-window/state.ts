import { integer } from '../../figure/state/fields.ts';

/** Twenty words of which the last has to agree with the first. */
export const words =
  'The letters that the old man left on the table by the door of the house last night are here'.split(' ');

/** The word that has to know, counted from 0: “are”. */
export const output = words.indexOf('are');
export const mostLayers = 5;
export const widest = words.length - 1;

export const state = {
  side: integer(3, { from: 1, to: widest }),
  layers: integer(3, { from: 1, to: mostLayers }),
  /** The word that it has to come from. */
  input: integer(1, { from: 0, to: words.length - 1 }),
};
