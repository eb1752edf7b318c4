import { betweenPoles } from '../analysis/betweenPoles.ts';
import type { SensePairs } from './sensePairs.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { EncoderWeights } from './weights.ts';
import { encodeWords } from './wordGroups.ts';
import { wordInSentence } from './wordInSentence.ts';

/**
 * Where the form comes out in both sentences of each of its pairs: −1 at the middle of the first sense's words, each
 * read alone, 1 at the middle of the second's.
 *
 * @param model The encoder, whole.
 * @throws RangeError when a word is not one piece, or the weights are not whole.
 */
export function placesOfPairs(
  { word, anchors, pairs }: SensePairs,
  model: { readonly weights: EncoderWeights; readonly vocabulary: Vocabulary },
): (readonly [number, number])[] {
  const [first, second] = [encodeWords(anchors[0], model), encodeWords(anchors[1], model)];
  const place = (sentence: string): number => betweenPoles(wordInSentence(word, sentence, model).output, first, second);
  return pairs.map((pair) => [place(pair[0]), place(pair[1])]);
}
