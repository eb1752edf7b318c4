import type { Arithmetic } from '../arithmetic.ts';
import type { TrainedCard } from '../card.ts';
import { filled } from '../file.ts';
import { transformer } from '../transformer.ts';
import { agreementSizes, type AgreementKind } from './kinds.ts';
import type { measureAgreement } from './measure.ts';
import { recurrent } from './recurrent.ts';
import { sayAttention, sayRecurrent, type Said } from './say.ts';
import type { Agreement } from './sentence.ts';

/** What is known of a model that was trained to make verbs agree: how it was made, and how well it does. */
export interface AgreementCard extends TrainedCard, ReturnType<typeof measureAgreement> {
  readonly kind: AgreementKind;
  readonly parameters: number;
  /** The sentences that it was measured on: how many of each group, and the seed that drew them. */
  readonly heldOut: { readonly each: number; readonly seed: number };
}

/**
 * A trained model, ready to be asked.
 *
 * @param math The products it is computed with.
 * @param card What it is.
 * @param bytes The file of its weights.
 * @throws RangeError when the file is longer or shorter than its model.
 */
export function agreementOf(
  math: Arithmetic,
  { kind, seed }: Pick<AgreementCard, 'kind' | 'seed'>,
  bytes: Uint8Array,
): (sentences: readonly Pick<Agreement, 'words' | 'many'>[]) => Said[] {
  if (kind === 'attention') {
    const model = filled(transformer(agreementSizes.attention, seed), bytes);
    return (sentences) => sayAttention(math, model, sentences);
  }
  const model = filled(recurrent(agreementSizes.recurrent, seed), bytes);
  return (sentences) => sayRecurrent(math, model, sentences);
}
