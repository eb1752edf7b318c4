import { english } from '#lib/training/translation/corpus.ts';
import { englishWords, nearWords } from '#lib/training/translation/spelling.ts';

/** What the figure opens with: the noun and its adjective change places. */
export const own = 'the boy eats a red apple .';
/** The longest sentence that the figure has room for, and twice as many and four that may be written. */
export const most = 20;
export const mostWritten = 2 * most + 4;

/** Why the translator cannot read a typed sentence, a sentence each; none where it can. */
export function faultsOf(text: string): string[] {
  const words = englishWords(text);
  if (words.length === 0) return ['The box is empty. Type a sentence made of the words that the translator knows.'];
  if (words.length > most)
    return [`This figure has room for ${most} words, the full stop included. Your sentence has ${words.length}.`];
  const unknown = [...new Set(words)].filter((word) => !english.includes(word));
  return unknown.map((word) => {
    const near = nearWords(word).map((known) => `“${known}”`);
    const offer =
      near.length > 0
        ? `It knows ${near.join(', ').replace(/, (?=[^,]*$)/, ' and ')}.`
        : 'It knows none that is spelt like it: all its words are listed under “The two translators”.';
    return `The translator does not know “${word}”. ${offer}`;
  });
}

/** A typed sentence as the state holds it; nothing where the translator cannot read it. */
export function readSentence(text: string): string | undefined {
  return faultsOf(text).length === 0 ? englishWords(text).join(' ') : undefined;
}
