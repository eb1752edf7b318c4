import { meanMap } from '#lib/analysis/meanMap.ts';
import { cosine } from '#lib/cosine.ts';
import {
  encode,
  withoutMean,
  mergePieces,
  neighbours,
  tokenize,
  wordMark,
  wordSpace,
  wordsOf,
} from '#lib/encoder/index.ts';
import type { EncoderWeights, Neighbour, Vocabulary, WholeWord, WordSpace } from '#lib/encoder/index.ts';
import { inputVectors } from '#lib/encoder/forward.ts';
import { tensor, type Tensor } from '#lib/tensor.ts';

/** One word in two sentences: what its company does to it. */
export interface Pair {
  /** As it stands in both sentences, where the model reads it as one piece. */
  readonly word: string;
  readonly sentences: readonly [string, string];
}

/** The model, and its words as they go in and as they come out when they have no company. */
export interface Senses {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
  readonly tokens: WordSpace;
  readonly outputs: WordSpace;
}

/** How near one word is to the shared word in both sentences. */
export interface Nearness {
  readonly word: string;
  readonly cosines: readonly [number, number];
}

export interface Reading {
  readonly words: readonly string[];
  /** Where among them the shared word stands. */
  readonly at: number;
  /** The shared word's row: one attention weight a word, layer 2, mean of its heads. */
  readonly weights: readonly number[];
  readonly nearest: readonly Neighbour[];
}

export interface PairReading {
  readonly readings: readonly [Reading, Reading];
  /** Nearest to the token vector, which is the same in both sentences. */
  readonly before: readonly Neighbour[];
  /** The nearest words of both readings: first those nearer in the first sentence, nearest first, then the others likewise. */
  readonly apart: readonly Nearness[];
  /** Between the shared word's vectors in the two sentences: token vectors, layer inputs with the position in them, and outputs. */
  readonly cosines: { readonly token: number; readonly input: number; readonly output: number };
}

const layer = 1; // Counted from 0: the second and last.
const shown = 5;

export function sensesOf(
  { weights, vocabulary }: Pick<Senses, 'weights' | 'vocabulary'>,
  { words, vectors }: { readonly words: readonly WholeWord[]; readonly vectors: Tensor },
): Senses {
  const names = words.map(({ word }) => word);
  const { width } = weights.embedding;
  const rows = new Float32Array(words.length * width);
  for (const [i, { id }] of words.entries()) rows.set(weights.embedding.row(id), i * width);
  return {
    weights,
    vocabulary,
    tokens: wordSpace(names, tensor(rows, [words.length, width])),
    outputs: wordSpace(names, vectors),
  };
}

/** The word itself, with a capital or without: it is always near, which says nothing. */
function itself(word: string): string[] {
  const rest = word.slice(1);
  return [word[0]!.toLowerCase() + rest, word[0]!.toUpperCase() + rest];
}

/**
 * What the encoder makes of the shared word in both sentences.
 *
 * @throws RangeError when a sentence does not hold the word as one piece.
 */
export function readPair({ word, sentences }: Pair, senses: Senses): PairReading {
  const { weights, outputs, tokens } = senses;
  const [a, b] = [read(sentences[0], word, senses), read(sentences[1], word, senses)];
  const between = (x: Float32Array, y: Float32Array, mean: Float32Array): number =>
    cosine(withoutMean(x, mean), withoutMean(y, mean));
  const names = new Set([...a.reading.nearest, ...b.reading.nearest].map((near) => near.word));
  const [inA, inB] = [a, b].map(
    ({ output }) => new Map(neighbours(output, outputs, Infinity).map((near) => [near.word, near.cosine])),
  );
  const apart = [...names].map((name): Nearness => ({ word: name, cosines: [inA!.get(name)!, inB!.get(name)!] }));
  const nearerIn = ({ cosines: [first, second] }: Nearness): 0 | 1 => (first >= second ? 0 : 1);
  return {
    readings: [a.reading, b.reading],
    before: neighbours(weights.embedding.row(a.id), tokens, shown, itself(word)),
    apart: [0, 1].flatMap((side) =>
      apart.filter((near) => nearerIn(near) === side).sort((x, y) => y.cosines[side]! - x.cosines[side]!),
    ),
    cosines: {
      token: between(weights.embedding.row(a.id), weights.embedding.row(b.id), tokens.mean),
      input: cosine(a.input, b.input),
      output: between(a.output, b.output, outputs.mean),
    },
  };
}

function read(sentence: string, word: string, { weights, vocabulary, outputs }: Senses) {
  const { pieces, ids } = tokenize(sentence, vocabulary);
  const piece = pieces.indexOf(wordMark + word);
  if (piece < 0) throw new RangeError(`“${sentence}” does not hold “${word}” as one piece: ${pieces.join(' ')}.`);
  const groups = wordsOf(pieces);
  const at = groups.findIndex(({ start }) => start === piece);
  const encoded = encode(ids, weights).layers[layer]!;
  const n = groups.length;
  const row = mergePieces(meanMap(encoded.weights), groups).subarray(at * n, (at + 1) * n);
  const rowOf = ({ data, shape: [, width = 0] }: Tensor): Float32Array =>
    data.slice(piece * width, (piece + 1) * width);
  const output = rowOf(encoded.vectors!);
  const reading: Reading = {
    words: groups.map(({ text }) => text),
    at,
    weights: [...row],
    nearest: neighbours(output, outputs, shown, itself(word)),
  };
  return { reading, output, id: ids[piece]!, input: rowOf(inputVectors(ids, weights, true)) };
}
