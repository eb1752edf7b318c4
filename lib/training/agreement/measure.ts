import { distanceGroup, distanceGroups, measuredSentences, twoFronts } from './corpus.ts';
import type { Said } from './say.ts';
import type { Agreement } from './sentence.ts';

/** How well verbs agree with their subjects in sentences kept out of training. */
export interface AgreementScore {
  readonly right: number;
  /** By the group of the distance between subject and verb. */
  readonly byDistance: readonly number[];
  /** By how many nouns of the other number stand between them: none, one, two, three. */
  readonly byDistractors: readonly number[];
}

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

/**
 * The shares of sentences that an answer is right in.
 *
 * @param sentences At least one of each group.
 * @param says 0 for “is”, 1 for “are”, for each of them.
 */
export function scoreAgreement(sentences: readonly Agreement[], says: readonly number[]): AgreementScore {
  const hits = sentences.map(({ many }, s) => says[s] === many);
  const where = (isOf: (sentence: Agreement) => boolean): number => share(hits.filter((_, s) => isOf(sentences[s]!)));
  return {
    right: share(hits),
    byDistance: distanceGroups.map((_, group) => where(({ distance }) => distanceGroup(distance) === group)),
    byDistractors: [0, 1, 2, 3].map((count) => where(({ distractors }) => distractors === count)),
  };
}

/** Those who guess by a rule: the noun nearest to the verb, or the first of the sentence. */
export const rules = {
  nearest: ({ nouns }: Agreement): number => nouns.at(-1)!,
  first: ({ nouns }: Agreement): number => nouns[0]!,
} as const;

/** How far a rule gets. */
export function scoreRule(rule: (sentence: Agreement) => number): AgreementScore {
  const sentences = measuredSentences();
  return scoreAgreement(sentences, sentences.map(rule));
}

/** How well a model does. @param say What it says of each sentence. */
export function measureAgreement(
  say: (sentences: readonly Pick<Agreement, 'words' | 'many'>[]) => readonly Said[],
): AgreementScore & {
  /** The share of sentences with two phrases in front that are right: a form that is never trained. */
  readonly twoFronts: number;
  /** Per layer, the share of sentences where the strongest weight of the verb's place is on the subject. */
  readonly looks: readonly number[];
} {
  const sentences = measuredSentences();
  const said = say(sentences);
  const odd = twoFronts();
  const strongest = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers));
  return {
    ...scoreAgreement(
      sentences,
      said.map(({ probabilities }) => strongest(probabilities)),
    ),
    twoFronts: share(say(odd).map(({ probabilities }, s) => strongest(probabilities) === odd[s]!.many)),
    looks: said[0]!.looks.map((_, layer) =>
      share(said.map(({ looks }, s) => strongest(looks[layer]!) === sentences[s]!.subject)),
    ),
  };
}
