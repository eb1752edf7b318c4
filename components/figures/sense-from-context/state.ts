import { oneOf } from '../../figure/state/fields.ts';
import { pairs, type PairId } from './pairs.ts';

export const state = {
  pair: oneOf(
    pairs[0]!.id,
    pairs.map(({ id }): PairId => id),
  ),
};
