import type { AgreementCard } from '#lib/training/agreement/card.ts';
import { agreementKinds, type AgreementKind } from '#lib/training/agreement/kinds.ts';
import { rules, scoreRule } from '#lib/training/agreement/measure.ts';
import type { Said } from '#lib/training/agreement/say.ts';
import { isHeldOut } from '#lib/training/heldOut.ts';
import { meanAndRange, type MeanAndRange } from '#lib/meanAndRange.ts';
import { choices, sentenceOf } from './pieces.ts';

/** What both models say of one sentence, and whether it was kept out of training. */
export interface Read {
  readonly heldOut: boolean;
  /** The probability of “is” and of “are”. */
  readonly says: Readonly<Record<AgreementKind, readonly number[]>>;
  /** Per layer, the weight of each word, the place of the verb last. */
  readonly looks: readonly (readonly number[])[];
}

export interface AgreementReading {
  readonly right: Readonly<Record<AgreementKind, MeanAndRange>>;
  /** How often the noun nearest to the verb has the subject's number. */
  readonly nearest: readonly number[];
  readonly sentences: readonly Read[];
  readonly seeds: number;
  readonly each: number;
}

type Say = (sentences: readonly { readonly words: readonly string[]; readonly many: number }[]) => readonly Said[];

/** To four decimals, for it travels in the page. */
const short = (numbers: readonly number[]): number[] => numbers.map((number) => Number(number.toFixed(4)));

/**
 * What the figure shows.
 *
 * @param cards Of all models, every seed.
 * @param models One of each kind, to be asked.
 */
export function readBy(
  cards: readonly AgreementCard[],
  models: Readonly<Record<AgreementKind, Say>>,
): AgreementReading {
  const asked = choices.map((choice) => ({ words: sentenceOf(...choice), many: choice[2] }));
  const [attention, recurrent] = [models.attention(asked), models.recurrent(asked)];
  const right = Object.fromEntries(
    agreementKinds.map((kind) => [
      kind,
      meanAndRange(cards.filter((card) => card.kind === kind).map(({ byDistance }) => byDistance)),
    ]),
  ) as Record<AgreementKind, MeanAndRange>;
  return {
    right,
    nearest: scoreRule(rules.nearest).byDistance,
    sentences: asked.map(({ words }, at) => ({
      heldOut: isHeldOut(words),
      says: { attention: short(attention[at]!.probabilities), recurrent: short(recurrent[at]!.probabilities) },
      looks: attention[at]!.looks.map(short),
    })),
    seeds: new Set(cards.map(({ seed }) => seed)).size,
    each: cards[0]!.heldOut.each,
  };
}
