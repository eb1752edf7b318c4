import type { Random } from '../../random.ts';
import { adjectives, nouns, prepositions, verbs } from './words.ts';

/** A sentence as far as its verb. */
export interface Agreement {
  readonly words: readonly string[];
  /** Where the noun stands that the verb agrees with. */
  readonly subject: number;
  /** 0 where the subject is one, 1 where it is many. */
  readonly many: number;
  /** Whether each noun is many, in order: the subject's and those of the other phrases. */
  readonly nouns: readonly number[];
  /** How many words stand between the subject and its verb. */
  readonly distance: number;
  /** How many nouns of the other number stand there. */
  readonly distractors: number;
}

/** The most words between a subject and its verb. */
export const furthest = 12;
/** The most words of a sentence: one phrase before the subject, and what may stand behind it. */
export const longest = 20;

/**
 * Draws a sentence: “near the old table , the letters that the man left on the chair”. Each noun is one or many
 * with even odds, whatever the others are, so that no other noun tells of the subject; with a phrase in
 * front, the subject is not the first noun.
 *
 * @param random Uniform numbers, seeded.
 */
export function drawSentence(random: Random): Agreement {
  const words: string[] = [];
  const many: number[] = [];
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const phrase = (): void => {
    words.push('the');
    if (random() < 0.4) words.push(one(adjectives));
    const number = random() < 0.5 ? 0 : 1;
    words.push(one(nouns)[number]!);
    many.push(number);
  };
  const behind = [
    () => (words.push(one(prepositions)), phrase()),
    () => (words.push('that'), phrase(), words.push(one(verbs))),
    () => (words.push('that', one(verbs)), phrase()),
  ];
  if (random() < 0.5) {
    words.push(one(prepositions));
    phrase();
    words.push(',');
  }
  phrase();
  const [subject, noun] = [words.length - 1, many.length - 1];
  for (let left = Math.floor(random() * 4); left > 0; left--) one(behind)();
  const distance = words.length - 1 - subject;
  if (distance > furthest) return drawSentence(random);
  const distractors = many.slice(noun + 1).filter((number) => number !== many[noun]).length;
  return { words, subject, many: many[noun]!, nouns: many, distance, distractors };
}
