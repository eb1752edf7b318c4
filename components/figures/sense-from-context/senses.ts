import { betweenPoles } from '#lib/analysis/betweenPoles.ts';
import { meanMap } from '#lib/analysis/meanMap.ts';
import { cosine } from '#lib/cosine.ts';
import {
  encodeWords,
  mergePieces,
  neighbours,
  spellings,
  withoutMean,
  wordGroups,
  wordInSentence,
  wordsOf,
} from '#lib/encoder/index.ts';
import type { EncoderWeights, Neighbour, Vocabulary, WordGroup, WordSpaces } from '#lib/encoder/index.ts';
import { inputVectors } from '#lib/encoder/forward.ts';
import type { Tensor } from '#lib/tensor.ts';

/** One word in two sentences: what its company does to it. */
export interface Pair {
  /** As it stands in both sentences, where the model reads it as one piece. */
  readonly word: string;
  readonly sentences: readonly [string, string];
  /** The words that each sentence should bring it near. */
  readonly poles: readonly [WordGroup, WordGroup];
}

/** The model, and its words as they go in and as they come out when they have no company. */
export interface Senses extends WordSpaces {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
}

/** A word, and where it stands: −1 at the middle of the first pole's words, 1 at that of the second's. */
export interface Placed {
  readonly word: string;
  readonly place: number;
}

/** How near one word is to the shared word in both sentences. */
export interface Nearness extends Placed {
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
  /** Where the shared word stands when it has no company, and in each sentence; and where the words of the poles do. */
  readonly places: {
    readonly alone: number;
    readonly sentences: readonly [number, number];
    readonly poles: readonly [readonly Placed[], readonly Placed[]];
  };
  /** Between the shared word's vectors in the two sentences: token vectors, layer inputs with the position in them, and outputs. */
  readonly cosines: { readonly token: number; readonly input: number; readonly output: number };
}

const layer = 1; // Counted from 0: the second and last.
const shown = 5;

/** To travel with the page. */
const four = (place: number): number => Math.round(place * 1e4) / 1e4;

/**
 * What the encoder makes of the shared word in both sentences.
 *
 * @throws RangeError when a sentence does not hold the word as one piece.
 */
export function readPair({ word, sentences, poles }: Pair, senses: Senses): PairReading {
  const { weights, outputs, tokens } = senses;
  const [a, b] = [read(sentences[0], word, senses), read(sentences[1], word, senses)];
  const between = (x: Float32Array, y: Float32Array, mean: Float32Array): number =>
    cosine(withoutMean(x, mean), withoutMean(y, mean));
  const names = new Set([...a.reading.nearest, ...b.reading.nearest].map((near) => near.word));
  const [inA, inB] = [a, b].map(
    ({ output }) => new Map(neighbours(output, outputs, Infinity).map((near) => [near.word, near.cosine])),
  );
  const [minus, plus] = poles.map((pole) => encodeWords(wordGroups[pole], senses)) as [Tensor, Tensor];
  const placeOf = (vector: Float32Array): number => four(betweenPoles(vector, minus, plus));
  const aloneAt = (name: string): number => placeOf(encodeWords([name], senses).data);
  const placed = (pole: WordGroup): Placed[] => wordGroups[pole].map((name) => ({ word: name, place: aloneAt(name) }));
  const apart = [...names].map((name): Nearness => ({
    word: name,
    place: aloneAt(name),
    cosines: [inA!.get(name)!, inB!.get(name)!],
  }));
  const nearerIn = ({ cosines: [first, second] }: Nearness): 0 | 1 => (first >= second ? 0 : 1);
  return {
    readings: [a.reading, b.reading],
    before: neighbours(weights.embedding.row(a.id), tokens, shown, spellings(word)),
    apart: [0, 1].flatMap((side) =>
      apart.filter((near) => nearerIn(near) === side).sort((x, y) => y.cosines[side]! - x.cosines[side]!),
    ),
    places: {
      alone: aloneAt(word),
      sentences: [placeOf(a.output), placeOf(b.output)],
      poles: [placed(poles[0]), placed(poles[1])],
    },
    cosines: {
      token: between(weights.embedding.row(a.id), weights.embedding.row(b.id), tokens.mean),
      input: cosine(a.input, b.input),
      output: between(a.output, b.output, outputs.mean),
    },
  };
}

function read(sentence: string, word: string, senses: Senses) {
  const { weights, outputs } = senses;
  const { pieces, ids, piece, layers, output } = wordInSentence(word, sentence, senses);
  const groups = wordsOf(pieces);
  const at = groups.findIndex(({ start }) => start === piece);
  const n = groups.length;
  const row = mergePieces(meanMap(layers[layer]!.weights), groups).subarray(at * n, (at + 1) * n);
  const reading: Reading = {
    words: groups.map(({ text }) => text),
    at,
    weights: [...row],
    nearest: neighbours(output, outputs, shown, spellings(word)),
  };
  const { width } = weights.embedding;
  const input = inputVectors(ids, weights, true).data.slice(piece * width, (piece + 1) * width);
  return { reading, output, id: ids[piece]!, input };
}
