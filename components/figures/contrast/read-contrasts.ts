import { encode, readingOf, tokenize, type EncodeOptions } from '#lib/encoder/index.ts';
import { encoder } from 'virtual:encoder/build';
import { packMaps } from '../../model/packed-maps.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { cutOf, mapsOf, outcomeOf, type Both, type Cut, type Outcome } from './contrast.ts';
import type { PackedContrasts } from './packed.ts';
import { presets } from './pairs.ts';

/** As the worker in the page reads it. */
function read(text: string, options: EncodeOptions = {}): Reading {
  const tokens = tokenize(text, encoder.vocabulary);
  return readingOf(text, tokens, encode(tokens.ids, encoder.weights, options));
}

const both = ([first, second]: Both<string>, options?: EncodeOptions): Both<Reading> => [
  read(first, options),
  read(second, options),
];
const four = (cosine: number): number => Math.round(cosine * 1e4) / 1e4;
const rounded = ({ words, sentences }: Outcome): Outcome => ({ words: words.map(four), sentences: four(sentences) });

/** The pairs that come with the figure, and every cut in one head of the first. */
export function readContrasts(layer: number, head: number): PackedContrasts {
  const readings = presets.map(({ texts }) => both(texts));
  const first = readings[0]!;
  const n = first[0].ids.length;
  const cuts = Array.from({ length: n * n }, (_, edge): Cut => {
    const cut = { layer, head, query: Math.floor(edge / n), key: edge % n };
    const { kept, ...outcome } = cutOf(first, both(presets[0].texts, { cut }));
    return { ...rounded(outcome), kept: [kept[0].map(four), kept[1].map(four)] };
  });
  const pairs = presets.map(({ id, texts }, index) => {
    const pair = readings[index]!;
    return {
      id,
      texts,
      pieces: [pair[0].pieces, pair[1].pieces] as const,
      maps: [packMaps(mapsOf(pair[0])), packMaps(mapsOf(pair[1]))] as const,
      outcome: rounded(outcomeOf(pair)),
    };
  });
  return { pairs, layer, head, cuts };
}
