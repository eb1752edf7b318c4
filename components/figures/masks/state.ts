import { cellState } from '../../sentence/cell-state.ts';
import { mostPieces } from '../../model/figure-sentence.ts';
import { integer, oneOf } from '../../figure/state/fields.ts';

export const state = {
  ...cellState,
  mask: oneOf('causal', ['none', 'causal', 'padding', 'window']),
  /** Tokens of padding, and how far a window reaches to either side. */
  padding: integer(2, { from: 1, to: mostPieces - 1 }),
  radius: integer(1, { from: 0, to: mostPieces - 1 }),
};
