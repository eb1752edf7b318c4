import { integer, type Field } from '../../figure/state/fields.ts';

export const sentence = 'Letters that the man left on the old table are';

/** Of a sentence of so many words: the two ends, counted from 1 as on the page, and how far attention sees. */
export function stateOf(words: number): Readonly<Record<'from' | 'to' | 'window', Field<number>>> {
  const word = { from: 1, to: words };
  return {
    from: integer(1, word),
    to: integer(words, word),
    /** Words to each side; one less than all of them is every word. */
    window: integer(words - 1, { from: 1, to: words - 1 }),
  };
}

export const state = stateOf(sentence.split(' ').length);
