import { integer, oneOf } from '../../figure/state/fields.ts';
import { distanceGroups } from '#lib/training/agreement/corpus.ts';
import { longest } from '#lib/training/agreement/sentence.ts';
import { fillings, fronts, subjects } from './pieces.ts';

export const state = {
  /** Which piece stands in front of the subject, which noun it is, and which pieces stand behind it. */
  front: oneOf(
    '0',
    fronts.map((_, at) => String(at)),
  ),
  noun: oneOf(
    '0',
    subjects.map((_, at) => String(at)),
  ),
  number: oneOf('1', ['0', '1']),
  filling: oneOf(
    '4',
    fillings.map((_, at) => String(at)),
  ),
  /** The layer and the word whose weight is read out, counted from 0. */
  layer: integer(1, { from: 0, to: 1 }),
  word: integer(1, { from: 0, to: longest }),
  /** The group of distances that is read out. */
  group: integer(3, { from: 0, to: distanceGroups.length - 1 }),
};
