import { seededRandom, type Random } from '../../random.ts';
import { isHeldOut } from '../heldOut.ts';
import type { Batch } from '../tasks.ts';
import { drawSentence, longest, type Agreement } from './sentence.ts';
import { answers, nouns, prepositions, slot, vocabulary } from './words.ts';

const numbers: ReadonlyMap<string, number> = new Map(vocabulary.map((word, at) => [word, at]));
const end = numbers.get(slot)!;

/**
 * Draws sentences for training, or for testing: no sentence is ever both.
 *
 * @param random Uniform numbers, seeded.
 */
export function drawAgreements(count: number, random: Random, heldOut = false): Agreement[] {
  const drawn: Agreement[] = [];
  while (drawn.length < count) {
    const sentence = drawSentence(random);
    if (isHeldOut(sentence.words) === heldOut) drawn.push(sentence);
  }
  return drawn;
}

/** The first distance of each group, in words. */
export const distanceGroups = [0, 1, 4, 7, 10] as const;

/** The group that a distance falls into, counted from 0. */
export function distanceGroup(distance: number): number {
  return distanceGroups.findLastIndex((from) => distance >= from);
}

/** The held-out sentences that every model is measured on: so many of each group, drawn from this seed. */
export const measuredOn = { each: 200, seed: 88 } as const;

/** Those sentences, each once. */
export function measuredSentences(): Agreement[] {
  const random = seededRandom(measuredOn.seed);
  const groups = distanceGroups.map((): Map<string, Agreement> => new Map());
  while (groups.some(({ size }) => size < measuredOn.each)) {
    const [sentence] = drawAgreements(1, random, true);
    const group = groups[distanceGroup(sentence!.distance)]!;
    if (group.size < measuredOn.each) group.set(sentence!.words.join(' '), sentence!);
  }
  return groups.flatMap((group) => [...group.values()]);
}

/** Sentences of a form that the grammar never draws, two phrases in front: “near the key , by the men , the door”. */
export function twoFronts(): Pick<Agreement, 'words' | 'many'>[] {
  const random = seededRandom(measuredOn.seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const front = (): string[] => [one(prepositions), 'the', one(one(nouns)), ','];
  return Array.from({ length: measuredOn.each }, () => {
    const many = random() < 0.5 ? 0 : 1;
    return { words: [...front(), ...front(), 'the', one(nouns)[many]], many };
  });
}

/** Sentences as a batch: behind each stands the slot, where its verb is asked for. */
export function agreementBatch(sentences: readonly Pick<Agreement, 'words' | 'many'>[]): Batch {
  const length = longest + 1;
  const tokens = new Int32Array(sentences.length * length).fill(end);
  const targets = new Int32Array(tokens.length).fill(-1);
  for (const [s, { words, many }] of sentences.entries()) {
    words.forEach((word, at) => (tokens[s * length + at] = numbers.get(word)!));
    targets[s * length + words.length] = numbers.get(answers[many]!)!;
  }
  return { tokens, targets };
}
