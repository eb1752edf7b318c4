import type { Random } from '../../random.ts';
import { isHeldOut } from '../heldOut.ts';
import type { Batch } from '../tasks.ts';
import { before, filling, fillings, forms, openings, topics, vocabulary, type Form, type Topic } from './lexicon.ts';

/** A sentence up to a form with two senses; one word in it says which is meant, and others say what no sense of it is about. */
export interface SenseSentence {
  /** The form is the last. */
  readonly words: readonly string[];
  readonly form: Form;
  /** Which of its two senses it has here. */
  readonly sense: 0 | 1;
  /** Words between the one that tells the sense and the form. */
  readonly between: number;
  /** A word that may follow. */
  readonly follows: string;
}

export const mostBetween = 12;
/** Words between, in groups: the first of each. */
export const distanceGroups = [1, 4, 7, 10] as const;
/** Words of the longest sentence; shorter ones are filled up at their beginning. */
export const length = 20;

export function distanceGroup(between: number): number {
  return distanceGroups.findLastIndex((from) => between >= from);
}

const names = Object.keys(forms) as Form[];
const topicNames = Object.keys(topics) as Topic[];

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

function drawSentence(random: Random): SenseSentence {
  const form = oneOf(names, random);
  const sense = random() < 0.5 ? 0 : 1;
  const topic = forms[form][sense];
  const others = topicNames.filter((name) => !forms[form].some((own) => own === name));
  const about = (of: Topic): readonly string[] => [...oneOf(openings, random), oneOf(topics[of].says, random)];
  const phrase = (room: number): readonly string[] =>
    room >= 3 && random() < 0.6
      ? about(oneOf(others, random))
      : oneOf(
          fillings.filter((words) => words.length <= room),
          random,
        );
  const between = 1 + Math.floor(random() * mostBetween);
  const middle: string[] = [];
  while (middle.length < between - 1) middle.push(...phrase(between - 1 - middle.length));
  const words = [...phrase(3), ...about(topic), ...middle, before, form];
  return { words, form, sense, between, follows: oneOf(topics[topic].follows, random) };
}

/**
 * Draws sentences for training, or for testing: no sentence is ever both.
 *
 * @param random Uniform numbers, seeded.
 */
export function drawSentences(count: number, random: Random, heldOut = false): SenseSentence[] {
  const drawn: SenseSentence[] = [];
  while (drawn.length < count) {
    const sentence = drawSentence(random);
    if (isHeldOut(sentence.words) === heldOut) drawn.push(sentence);
  }
  return drawn;
}

const numbers = new Map(vocabulary.map((word, at) => [word, at]));

/** Sentences as a batch: asked for is what follows the form, and nothing else. */
export function batchOfSentences(sentences: readonly SenseSentence[]): Batch {
  const tokens = new Int32Array(sentences.length * length).fill(numbers.get(filling)!);
  const targets = new Int32Array(tokens.length).fill(-1);
  for (const [s, { words, follows }] of sentences.entries()) {
    const end = (s + 1) * length;
    words.forEach((word, at) => (tokens[end - words.length + at] = numbers.get(word)!));
    targets[end - 1] = numbers.get(follows)!;
  }
  return { tokens, targets };
}
