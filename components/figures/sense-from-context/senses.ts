import { meanMap } from '#lib/analysis/meanMap.ts';
import { cosine } from '#lib/cosine.ts';
import { withoutMean, mergePieces, neighbours, spellings, wordInSentence, wordsOf } from '#lib/encoder/index.ts';
import type { EncoderWeights, Neighbour, Vocabulary, WordSpaces } from '#lib/encoder/index.ts';
import { inputVectors } from '#lib/encoder/forward.ts';

/** One word in two sentences: what its company does to it. */
export interface Pair {
  /** As it stands in both sentences, where the model reads it as one piece. */
  readonly word: string;
  readonly sentences: readonly [string, string];
}

/** The model, and its words as they go in and as they come out when they have no company. */
export interface Senses extends WordSpaces {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
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
    before: neighbours(weights.embedding.row(a.id), tokens, shown, spellings(word)),
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
