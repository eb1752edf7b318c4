import type { TrainedCard } from '../card.ts';
import { filled } from '../file.ts';
import { newTranslator } from './train.ts';
import type { Translator } from './translator.ts';

/** What is known of a trained translator: how it was made, which bytes are its weights, and how well it does. */
export interface TranslationCard extends TrainedCard {
  readonly kind: 'attention' | 'fixed';
  readonly d: number;
  /** The sentences that it was measured on: how many of each length, and the seed that drew them. */
  readonly heldOut: { readonly each: number; readonly seed: number };
  /** The share of those that came out right, word for word; all of them, then each group of lengths. */
  readonly right: number;
  readonly byLength: readonly number[];
  /** Of the words in right sentences: the share whose strongest weight is on the word that they say. */
  readonly aligned?: number;
}

/**
 * A trained translator.
 *
 * @param card What it is.
 * @param bytes The file of its weights.
 * @throws RangeError when the file is longer or shorter than its model.
 */
export function translatorOf({ kind, seed }: Pick<TranslationCard, 'kind' | 'seed'>, bytes: Uint8Array): Translator {
  return filled(newTranslator(kind === 'attention' ? 'every state' : 'the last state', seed), bytes);
}
