import { integer, optional, type Field, type State } from '../../figure/state/fields.ts';
import { most, mostWritten, own, readSentence } from './words.ts';

/** Words that the translators know; others no state holds. */
const sentence: Field<string> = { fallback: own, read: readSentence, write: String };

export const state = {
  sentence,
  /** The written word and the source word, counted from 0. Left open, the figure chooses. */
  query: { ...optional(integer(0, { from: 0, to: mostWritten - 1 })), follows: 'sentence' },
  key: { ...optional(integer(0, { from: 0, to: most - 1 })), follows: 'query' },
};
export type AlignmentState = State<typeof state>;
