import { encode, headScores, headWorkings, inputSimilarity, readingOf, tokenize } from '#lib/encoder/index.ts';
import type { EncodeOptions, Reading, Tokens } from '#lib/encoder/index.ts';
import { encoder } from 'virtual:encoder/build';
import { keep } from 'virtual:kept';
import { pack, unpack } from './packed-json.ts';
import { sentences } from './sentences.ts';

/** Two that differ in their end: what “bank” looks at swings over with it. */
export const pair = [sentences[0], sentences[1]] as const;

/** What the worker in the page would answer, by the same weights and code. */
export function readAtBuild(of: string | Tokens, options?: EncodeOptions): Reading {
  const tokens = typeof of === 'string' ? tokenize(of, encoder.vocabulary) : of;
  return readingOf(typeof of === 'string' ? of : '', tokens, encode(tokens.ids, encoder.weights, options));
}

/** A reading with its maps alone, to travel. */
export function mapsOnly({ text, pieces, ids, tokens, leftOut, layers }: Reading): Reading {
  return { text, pieces, ids, tokens, leftOut, layers: layers.map(({ weights }) => ({ weights })) };
}

/** A value as it will be once it has travelled, so that the page finds in the build's drawings the numbers it has itself. */
export const travelled = <T>(value: T): T => unpack(pack(value));

/** An example, as far as it travels. */
export const readExample = keep('example', (sentence: string): Reading => {
  const { text, pieces, ids, tokens, leftOut, layers } = readAtBuild(sentence);
  return travelled({
    text,
    pieces,
    ids,
    tokens,
    leftOut,
    layers: layers.map((layer) => ({
      scores: layer.weights!.map((_, head) => headScores(layer, head)),
      similarity: inputSimilarity(layer),
    })),
  });
});

/** The page’s own sentence with what goes into one head’s attention. Layer and head count from 0. */
export function readWorkings(layer: number, head: number): Reading {
  const [sentence] = sentences;
  const workings = { [head]: headWorkings(readAtBuild(sentence).layers[layer]!, head) };
  const { layers, ...reading } = readExample(sentence);
  return travelled({ ...reading, layers: layers.with(layer, { ...layers[layer]!, workings }) });
}
