import type { Pair } from '#lib/analysis/strongestPair.ts';
import { cosine } from '#lib/cosine.ts';
import { swappedWord, type NoSwap } from '#lib/encoder/swappedWord.ts';
import { rowCosines } from '#lib/rowCosines.ts';
import { mostPieces } from '../../model/excerpt.ts';
import { labelsOf } from '../../model/labels.ts';
import type { Reading } from '#lib/encoder/reading.ts';

/** Two sentences that differ in one word, and the word to watch. */
export interface Preset {
  readonly id: string;
  /** How the choice of pairs calls it. */
  readonly label: string;
  readonly texts: readonly [string, string];
  /** Stands in both, where the model reads it as one piece. */
  readonly word: string;
}

/** The first is the one shown before any choice. */
export const presets = [
  {
    id: 'bank',
    label: 'bank: river or central',
    texts: ['The river bank is high', 'The central bank is high'],
    word: 'bank',
  },
  {
    id: 'apple',
    label: 'apple: juice or computer',
    texts: ['My apple juice is cold', 'My apple computer is cold'],
    word: 'apple',
  },
  {
    id: 'plays',
    label: 'plays: game or piano',
    texts: ['She plays the game well', 'She plays the piano well'],
    word: 'plays',
  },
  { id: 'good', label: 'good: not or very', texts: ['The film was not good', 'The film was very good'], word: 'good' },
  {
    id: 'it',
    label: 'it: tired or wide',
    texts: [
      'The animal did not cross the street because it was too tired',
      'The animal did not cross the street because it was too wide',
    ],
    word: 'it',
  },
] as const satisfies readonly Preset[];

export type PresetId = (typeof presets)[number]['id'];

export type Both<T> = readonly [T, T];
type Maps = readonly (readonly Float32Array[])[];

/** What comes out of the model for two sentences, compared. Cosines: 1 is the same direction. */
export interface Outcome {
  /** Of each word's last vector in the one sentence with that in the other. */
  readonly words: readonly number[];
  /** Of the two sentences' vectors. */
  readonly sentences: number;
}

/** Two sentences that differ in one word, as the model reads them. */
export interface Contrast {
  readonly texts: Both<string>;
  readonly labels: Both<readonly string[]>;
  /** Both words where they differ. */
  readonly merged: readonly string[];
  /** Where the swapped word begins, and where it has ended. */
  readonly swap: { readonly start: number; readonly end: number };
  /** `maps[sentence][layer][head]`, `(n, n)`. */
  readonly maps: Both<Maps>;
  readonly outcome: Outcome;
}

/** What comes out when one edge is cut in both sentences. */
export interface Cut extends Outcome {
  /** In each sentence, of each word's last vector with what it was before the cut. */
  readonly kept: Both<readonly number[]>;
}

const width = 512;

const mapsOf = ({ layers }: Reading): Maps => layers.map(({ weights }) => weights!);

export function outcomeOf([first, second]: Both<Reading>): Outcome {
  return {
    words: rowCosines(first.vectors!, second.vectors!, width),
    sentences: cosine(first.embedding!, second.embedding!),
  };
}

export function cutOf(before: Both<Reading>, after: Both<Reading>): Cut {
  const kept = (sentence: 0 | 1): number[] => rowCosines(before[sentence].vectors!, after[sentence].vectors!, width);
  return { ...outcomeOf(after), kept: [kept(0), kept(1)] };
}

/** Two readings, which may have come without the last layer’s vectors, and how those compare. */
export interface Compared {
  readonly readings: Both<Reading>;
  readonly outcome: Outcome;
}

/** @throws RangeError with a sentence for the reader when the texts are no such pair. */
export function contrastOf({ readings: [first, second], outcome }: Compared): Contrast {
  const swap = swapOf([first.pieces, second.pieces]);
  const labels = [labelsOf(first.pieces), labelsOf(second.pieces)] as const;
  const merged = labels[0].map((label, index) => (label === labels[1][index] ? label : `${label}/${labels[1][index]}`));
  return { texts: [first.text, second.text], labels, merged, swap, maps: [mapsOf(first), mapsOf(second)], outcome };
}

/** Where the swapped word stands. */
export function swapOf(pieces: Both<readonly string[]>): Contrast['swap'] {
  const longest = Math.max(pieces[0].length, pieces[1].length);
  if (longest > mostPieces)
    throw new RangeError(
      `This figure has room for ${mostPieces} pieces, and the longer text has ${longest}. Shorten both.`,
    );
  const swap = swappedWord(...pieces);
  if (swap.kind !== 'swap') throw new RangeError(whyNot(swap));
  return { start: swap.start, end: swap.end };
}

function whyNot(fault: NoSwap): string {
  const quoted = (words: Both<string>): string => `“${words[0]}” and “${words[1]}”`;
  switch (fault.kind) {
    case 'same':
      return 'Both sentences are the same. Change one word in one of them.';
    case 'several':
      return `The sentences differ in ${fault.words.length} words: ${fault.words.map(quoted).join(', ')}. Let them differ in one.`;
    case 'lengths':
      return `The first sentence has ${fault.counts[0]} words and the second ${fault.counts[1]}; from “${fault.from}” on their rows do not match. Swap a word, and add or drop none.`;
    case 'pieces':
      return `The model reads “${fault.words[0]}” in ${count(fault.pieces[0])} and “${fault.words[1]}” in ${count(fault.pieces[1])}, so the rows of the two maps do not match. Swap in a word that it reads in as many.`;
  }
}

function count(pieces: readonly string[]): string {
  return pieces.length === 1 ? '1 piece' : `${pieces.length} pieces (${labelsOf(pieces).join(', ')})`;
}

/** Where a pair of sentences begins: the watched word as query, or the one that comes out farthest apart but for the swapped one; the swapped word as key. */
export function firstChoice({ labels, swap, outcome }: Contrast, word?: string): Pair {
  const watched = word === undefined ? -1 : labels[0].indexOf(word);
  const others = outcome.words.map((_, index) => index).filter((index) => index < swap.start || index >= swap.end);
  const farthest = others.toSorted((a, b) => outcome.words[a]! - outcome.words[b]!)[0] ?? 0;
  return { query: watched >= 0 ? watched : farthest, key: swap.start };
}

/** The pairs read at build; of the first, what cutting each edge of one head does. Layer and head count from 0. */
export interface KnownContrasts {
  readonly pairs: readonly (Compared & { readonly id: string })[];
  readonly layer: number;
  readonly head: number;
  /** `cuts[query * n + key]` */
  readonly cuts: readonly Cut[];
}

/** What is known of a pair of sentences: how they compare, and what the cut that is asked for does. */
export interface ContrastReading {
  readonly contrast: Contrast;
  /** The cell that is shown until a reader chooses. */
  readonly first: Pair;
  /** Missing while none is asked for, or until the model has told. */
  readonly cut?: Cut | undefined;
}

/** An edge of one head, all counted from 0. */
export interface EdgeAt extends Pair {
  readonly layer: number;
  readonly head: number;
}

/** What cutting an edge does to a pair that comes with the figure, where the build has written that down. */
export function knownCut(
  all: KnownContrasts,
  contrast: Contrast,
  { layer, head, query, key }: EdgeAt,
): Cut | undefined {
  const isKnown = all.layer === layer && all.head === head && sameTexts(contrast.texts, presets[0].texts);
  return isKnown ? all.cuts[query * contrast.merged.length + key] : undefined;
}

export const sameTexts = (a: Both<string>, b: Both<string>): boolean => a[0] === b[0] && a[1] === b[1];

/** The pair that comes with the figure and has these texts. */
export const presetOf = (texts: Both<string>): Preset | undefined =>
  presets.find((preset) => sameTexts(preset.texts, texts));
