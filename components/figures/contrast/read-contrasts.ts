import { keep } from 'virtual:kept';
import type { EncodeOptions } from '#lib/encoder/index.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { mapsOnly, readAtBuild, travelled } from '../../model/examples.ts';
import {
  contrastOf,
  cutOf,
  firstChoice,
  knownCut,
  outcomeOf,
  presets,
  type Both,
  type ContrastReading,
  type Cut,
  type KnownContrasts,
  type Outcome,
} from './reading.ts';

const both = ([first, second]: Both<string>, options?: EncodeOptions): Both<Reading> => [
  readAtBuild(first, options),
  readAtBuild(second, options),
];
const four = (cosine: number): number => Math.round(cosine * 1e4) / 1e4;
const rounded = ({ words, sentences }: Outcome): Outcome => ({ words: words.map(four), sentences: four(sentences) });

/** The pairs that come with the figure, and every cut in one head of the first. */
export const readContrasts = keep('contrast pairs', (layer: number, head: number): KnownContrasts => {
  const readings = presets.map(({ texts }) => both(texts));
  const first = readings[0]!;
  const n = first[0].ids.length;
  const cuts = Array.from({ length: n * n }, (_, edge): Cut => {
    const cut = { layer, head, query: Math.floor(edge / n), key: edge % n };
    const { kept, ...outcome } = cutOf(first, both(presets[0].texts, { cut }));
    return { ...rounded(outcome), kept: [kept[0].map(four), kept[1].map(four)] };
  });
  const pairs = presets.map(({ id }, index) => {
    const [first, second] = readings[index]!;
    return { id, readings: [mapsOnly(first), mapsOnly(second)] as const, outcome: rounded(outcomeOf([first, second])) };
  });
  return travelled({ pairs, layer, head, cuts });
});

/** The first of them, with the cut that the figure begins with. */
export function readFirst(known: KnownContrasts): ContrastReading {
  const contrast = contrastOf(known.pairs[0]!);
  const first = firstChoice(contrast, presets[0].word);
  return { contrast, first, cut: knownCut(known, contrast, { layer: known.layer, head: known.head, ...first }) };
}
