import { integer, oneOf, optional } from '../../figure/state/fields.ts';
import { mostPieces } from '../../model/figure-sentence.ts';

/** From a tenth to ten, by equal factors: Renard’s ten steps to a power of ten. */
export const temperatures = [
  0.1, 0.125, 0.16, 0.2, 0.25, 0.315, 0.4, 0.5, 0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10,
];

/** Layers, heads and queries are counted from 1. */
export const state = {
  T: oneOf('1', temperatures.map(String)),
  /** Left open, the figure takes the query of the strongest pair. */
  query: optional(integer(1, { from: 1, to: mostPieces })),
  layer: oneOf('2', ['1', '2']),
  head: oneOf('2', ['1', '2', '3', '4']),
};
