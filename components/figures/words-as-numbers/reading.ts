import { cosine } from '#lib/cosine.ts';
import {
  neighbours,
  spellings,
  withoutMean,
  wordInSentence,
  type EncoderWeights,
  type Neighbour,
  type Vocabulary,
  type WordSpace,
  type WordSpaces,
} from '#lib/encoder/index.ts';

/** The first is the one shown before any choice. The last is one where the model fails. */
export const words = {
  train: ['The train to London left the station', 'I train at the gym to get strong'],
  apple: ['I ate a sweet apple and a ripe banana', 'I updated my apple phone'],
  party: ['We danced at her birthday party', 'The party won the election and its leader became president'],
  river: ['The river flooded the village after the storm', 'We swam in the river'],
  doctor: ['The doctor gave the patient a pill for the fever', 'The doctor is my sister'],
  mouse: ['I clicked with the mouse', 'The cat ate the mouse'],
} as const satisfies Record<string, readonly [string, string]>;

export type WordId = keyof typeof words;
export const wordIds = Object.keys(words) as WordId[];

/** How many numbers of a list are shown, and how many words near it. */
const [firstNumbers, nearWords] = [16, 5];

/** A word's list of numbers, as far as it is shown. */
export interface List {
  readonly numbers: readonly number[];
  /** How many there are in all. */
  readonly width: number;
  readonly near: readonly Neighbour[];
}

export interface WordReading {
  readonly before: List;
  readonly after: readonly [List, List];
  /** Likeness of the word's lists after the two sentences. */
  readonly likeness: number;
}

export interface Readings {
  readonly words: Readonly<Record<WordId, WordReading>>;
  /** How many words the near ones are chosen from. */
  readonly count: number;
}

type Model = WordSpaces & { readonly weights: EncoderWeights; readonly vocabulary: Vocabulary };

/** As many digits as make the same drawing, to travel with the page. */
const short = (value: number): number => Number(value.toPrecision(5));

function listOf(word: string, vector: Float32Array, space: WordSpace): List {
  return {
    numbers: [...vector.subarray(0, firstNumbers)].map(short),
    width: vector.length,
    near: neighbours(vector, space, nearWords, spellings(word)).map(({ word, cosine }) => ({
      word,
      cosine: short(cosine),
    })),
  };
}

function readWord(word: WordId, model: Model): WordReading {
  const { tokens, outputs, weights } = model;
  const [first, second] = words[word].map((sentence) => wordInSentence(word, sentence, model));
  return {
    before: listOf(word, weights.embedding.row(first!.ids[first!.piece]!), tokens),
    after: [listOf(word, first!.output, outputs), listOf(word, second!.output, outputs)],
    likeness: short(cosine(withoutMean(first!.output, outputs.mean), withoutMean(second!.output, outputs.mean))),
  };
}

/** What the model makes of every word, in both of its sentences. */
export function readWords(model: Model): Readings {
  return {
    words: Object.fromEntries(wordIds.map((word) => [word, readWord(word, model)])) as Record<WordId, WordReading>,
    count: model.tokens.words.length,
  };
}
