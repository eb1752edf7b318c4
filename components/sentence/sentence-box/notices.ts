import { unknownId } from '#lib/encoder/vocabulary.ts';
import { wordsAreMeaningful, wordsOf } from '#lib/encoder/words.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { withoutMark } from '../../model/labels.ts';

/** A reader's words in their own direction, whatever stands around them. */
const quoted = (text: string): string => `“\u2068${text}\u2069”`;

/** What the reader should know about how their text was read, one sentence each. */
export function noticesOf({ pieces, ids, tokens, leftOut }: Reading): string[] {
  const notices: string[] = [];
  if (tokens > pieces.length)
    notices.push(
      `The model reads at most ${pieces.length} tokens. Your text has ${tokens.toLocaleString('en')}: the first ${pieces.length} are shown, and everything from ${quoted(`${leftOut}…`)} on is left out.`,
    );
  const unknown = [...new Set(pieces.filter((_, index) => ids[index] === unknownId).map(withoutMark))];
  if (unknown.length > 0)
    notices.push(
      `The model has no piece for ${unknown.map(quoted).join(', ')}. ${unknown.length === 1 ? 'To it that is one unknown token.' : 'To it they are all the same unknown token.'}`,
    );
  if (pieces.length === 1)
    notices.push('One token can attend only to itself, so its weight is 1. Add a word to give it a choice.');
  else if (!wordsAreMeaningful(wordsOf(pieces)))
    notices.push('This text has no spaces to tell words by, so it is shown in the pieces that the model reads.');
  return notices;
}
