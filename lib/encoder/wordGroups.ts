import type { Tensor } from '../tensor.ts';
import { encodeAlone } from './alone.ts';
import { wordMark } from './tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { EncoderWeights } from './weights.ts';

/** Words that a sense is placed between, chosen by hand before anything was measured with them. */
export const wordGroups = {
  food: words('banana lemon fruit salad cheese bread honey butter milk juice sugar egg pizza potato'),
  gadgets: words(
    'iPhone iPad iPod Android Samsung laptop smartphone software Microsoft browser desktop keyboard camera Windows phone',
  ),
  water: words('river lake sea beach swim boat ocean island fish coast flood'),
  money: words('money cash lender currency finance loan dollars funds securities credit invest deposit'),
  animals: words('animal dog cat cow rabbit bird puppy pet horse snake'),
  streets: words('street road highway corner downtown bridge lane park traffic'),
} as const satisfies Record<string, readonly string[]>;

export type WordGroup = keyof typeof wordGroups;

function words(list: string): readonly string[] {
  return list.split(' ');
}

/**
 * What comes out of the encoder for words that stand alone.
 *
 * @param words Each one piece of the vocabulary.
 * @param model The encoder, whole.
 * @returns `(words, 512)`
 * @throws RangeError when a word is not one piece, or the weights are not whole.
 */
export function encodeWords(
  words: readonly string[],
  { weights, vocabulary }: { readonly weights: EncoderWeights; readonly vocabulary: Vocabulary },
): Tensor {
  const ids = words.map((word) => {
    const id = vocabulary.ids.get(wordMark + word);
    if (id === undefined) throw new RangeError(`“${word}” is not one piece of the vocabulary.`);
    return id;
  });
  return encodeAlone(ids, weights);
}
