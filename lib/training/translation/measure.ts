import type { Arithmetic } from '../arithmetic.ts';
import { lengthGroup, lengthGroups } from './corpus.ts';
import type { Pair } from './sentence.ts';
import { translate } from './translate.ts';
import type { Translator } from './translator.ts';

/** How well a translator does on sentences that it was not trained on. */
export interface TranslationScore {
  /** The share of sentences that are right, word for word. */
  readonly right: number;
  /** The same for each group of lengths. */
  readonly byLength: readonly number[];
  /** Of the words in sentences that are right: the share whose strongest weight is on the word that they say; NaN without attention. */
  readonly aligned: number;
}

/**
 * Translates sentences and compares, word for word, with the grammar's own translation.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param pairs Sentences that were kept out of training.
 * @throws RangeError for a word that the model does not know; the grammar has none.
 */
export function measureTranslation(math: Arithmetic, model: Translator, pairs: readonly Pair[]): TranslationScore {
  const groups = lengthGroups.map(() => ({ count: 0, right: 0 }));
  let [right, words, onTheWord] = [0, 0, 0];
  for (const { en, fr, says } of pairs) {
    const translated = translate(math, model, en);
    const isRight = translated.words.join(' ') === fr.join(' ');
    const group = groups[lengthGroup(en.length)]!;
    group.count++;
    if (!isRight) continue;
    right++;
    group.right++;
    for (const [at, row] of translated.weights.entries()) {
      words++;
      if (row.indexOf(Math.max(...row)) === says[at]) onTheWord++;
    }
  }
  return {
    right: right / pairs.length,
    byLength: groups.map((group) => group.right / group.count),
    aligned: onTheWord / words,
  };
}
