import { unknownId } from '#lib/encoder/vocabulary.ts';
import { wordsAreMeaningful, wordsOf } from '#lib/encoder/words.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { say } from '../../say.ts';
import { withoutMark } from '../../model/labels.ts';

/** A reader's words in their own direction, whatever stands around them. */
const quoted = (text: string): string => say('quoted', { text: `\u2068${text}\u2069` });

/** What the reader should know about how their text was read, one sentence each. */
export function noticesOf({ pieces, ids, tokens, leftOut }: Reading): string[] {
  const notices: string[] = [];
  if (tokens > pieces.length)
    notices.push(
      say('tooManyTokens', {
        most: pieces.length,
        tokens: tokens.toLocaleString('en'),
        rest: quoted(`${leftOut}…`),
      }),
    );
  const unknown = [...new Set(pieces.filter((_, index) => ids[index] === unknownId).map(withoutMark))];
  if (unknown.length > 0)
    notices.push(
      say(unknown.length === 1 ? 'unknownOne' : 'unknownMany', { pieces: unknown.map(quoted).join(say('comma')) }),
    );
  if (pieces.length === 1) notices.push(say('oneToken'));
  else if (!wordsAreMeaningful(wordsOf(pieces))) notices.push(say('noSpaces'));
  return notices;
}
