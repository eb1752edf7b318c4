import type { Random } from '../../random.ts';
import { isHeldOut } from '../heldOut.ts';
import { drawPair, type Pair } from './sentence.ts';
import type { Sentences } from './learn.ts';
import { adjectives, be, determiners, nouns, prepositions, pronouns, verbs } from './lexicon.ts';

/** Rows of the French table that are no words: what a sentence begins and ends with. */
export const begin = 0;
export const end = 1;

/** Every word of the grammar, each once, in the order of the lexicon: its place is its number. */
export const english: readonly string[] = [
  ...new Set([
    '.',
    '?',
    'and',
    'not',
    'do',
    'does',
    'am',
    'is',
    'are',
    'an',
    ...determiners.map(({ en }) => en),
    ...pronouns.map(({ en }) => en),
    ...Object.values(prepositions).flatMap((list) => list.map(([en]) => en)),
    ...nouns.flatMap(({ en }) => en),
    ...adjectives.map(({ en }) => en),
    ...verbs.flatMap(({ en, particle }) => [...en, ...(particle ? [particle] : [])]),
  ]),
];

/** The same in French, after the beginning and the end. */
export const french: readonly string[] = [
  ...new Set([
    '‹begin›',
    '‹end›',
    '.',
    '?',
    'et',
    'ne',
    'n’',
    'pas',
    'est-ce',
    'que',
    'qu’',
    'de',
    'd’',
    'j’',
    ...determiners.flatMap(({ fr }) => fr.filter((form) => form !== '')),
    ...pronouns.map(({ fr }) => fr),
    ...Object.values(prepositions).flatMap((list) => list.map(([, fr]) => fr)),
    ...nouns.flatMap(({ fr }) => fr),
    ...adjectives.flatMap(({ fr, vowel }) => [...fr, ...(vowel ? [vowel] : [])]),
    ...be,
    ...verbs.flatMap(({ fr }) => fr),
  ]),
];

const numberOf = (list: readonly string[]): ReadonlyMap<string, number> => new Map(list.map((word, at) => [word, at]));
const englishNumbers = numberOf(english);
const frenchNumbers = numberOf(french);

/**
 * Words as the numbers of their rows.
 *
 * @throws RangeError for a word that the small English does not have; the sentence names it.
 */
export function encodeEnglish(words: readonly string[]): number[] {
  return words.map((word) => {
    const at = englishNumbers.get(word);
    if (at === undefined) throw new RangeError(`This small model does not know the word “${word}”.`);
    return at;
  });
}

/**
 * Draws sentences for training, or for testing: no sentence is ever both.
 *
 * @param random Uniform numbers, seeded.
 */
export function drawPairs(count: number, random: Random, heldOut = false): Pair[] {
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const pair = drawPair(random);
    if (isHeldOut(pair.en) === heldOut) pairs.push(pair);
  }
  return pairs;
}

/** English words of a sentence, full stop included: the first length of each group. */
export const lengthGroups = [3, 6, 9, 12, 15, 18] as const;

/** The held-out sentences that every translator is measured on: so many of each group, drawn from this seed. */
export const measuredOn = { each: 60, seed: 77 } as const;

/** The group that a sentence of so many English words falls into, counted from 0. */
export function lengthGroup(words: number): number {
  return lengthGroups.findLastIndex((from) => words >= from);
}

/**
 * Held-out sentences, as many of each group of lengths: long ones are rare, and are what is asked about.
 *
 * @param each How many of a group.
 * @param random Uniform numbers, seeded.
 */
export function drawHeldOut(each: number, random: Random): Pair[] {
  const groups = lengthGroups.map((): Pair[] => []);
  while (groups.some((group) => group.length < each)) {
    const pair = drawPair(random);
    const group = groups[lengthGroup(pair.en.length)]!;
    if (group.length < each && isHeldOut(pair.en)) group.push(pair);
  }
  return groups.flat();
}

/** A batch, filled up to its longest sentence in each language: all times by batch. */
export interface TranslationBatch {
  readonly source: Sentences;
  readonly given: Int32Array;
  readonly targets: Int32Array;
}

/**
 * Lays pairs out as a batch: the writer is given a beginning and the right words, and is to say the right words and an end.
 *
 * @param pairs At least one.
 */
export function batchOf(pairs: readonly Pair[]): TranslationBatch {
  const batch = pairs.length;
  const lengths = pairs.map(({ en }) => en.length);
  const [n, m] = [Math.max(...lengths), Math.max(...pairs.map(({ fr }) => fr.length)) + 1];
  const words = new Int32Array(n * batch);
  const [given, targets] = [new Int32Array(m * batch).fill(end), new Int32Array(m * batch).fill(-1)];
  for (const [b, pair] of pairs.entries()) {
    encodeEnglish(pair.en).forEach((word, t) => (words[t * batch + b] = word));
    const says = pair.fr.map((word) => frenchNumbers.get(word)!);
    [begin, ...says].forEach((word, t) => (given[t * batch + b] = word));
    [...says, end].forEach((word, t) => (targets[t * batch + b] = word));
  }
  return { source: { words, lengths }, given, targets };
}
