import type { Arithmetic } from '../arithmetic.ts';
import { readModel } from '../file.ts';
import { transformer } from '../transformer.ts';
import { agreementSizes, type AgreementKind } from './kinds.ts';
import type { measureAgreement } from './measure.ts';
import { recurrent } from './recurrent.ts';
import { sayAttention, sayRecurrent, type Said } from './say.ts';
import type { Agreement } from './sentence.ts';

/** What is known of a model that was trained to make verbs agree: how it was made, and how well it does. */
export interface AgreementCard extends ReturnType<typeof measureAgreement> {
  readonly kind: AgreementKind;
  /** Of the weights it began with, and of the sentences. */
  readonly seed: number;
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
  readonly parameters: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
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
    const model = transformer(agreementSizes.attention, seed);
    readModel(bytes, model.parameters);
    return (sentences) => sayAttention(math, model, sentences);
  }
  const model = recurrent(agreementSizes.recurrent, seed);
  readModel(bytes, model.parameters);
  return (sentences) => sayRecurrent(math, model, sentences);
}
