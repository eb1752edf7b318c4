import type { EncodeOptions } from '#lib/encoder/index.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { mapsOnly, readAtBuild, travelled } from '../../model/examples.ts';
import { cutOf, outcomeOf, type Both, type Compared, type Cut, type Outcome } from './contrast.ts';
import { presets } from './pairs.ts';

/** The pairs read at build; of the first, what cutting each edge of one head does. Layer and head count from 0. */
export interface KnownContrasts {
  readonly pairs: readonly (Compared & { readonly id: string })[];
  readonly layer: number;
  readonly head: number;
  /** `cuts[query * n + key]` */
  readonly cuts: readonly Cut[];
}

const both = ([first, second]: Both<string>, options?: EncodeOptions): Both<Reading> => [
  readAtBuild(first, options),
  readAtBuild(second, options),
];
const four = (cosine: number): number => Math.round(cosine * 1e4) / 1e4;
const rounded = ({ words, sentences }: Outcome): Outcome => ({ words: words.map(four), sentences: four(sentences) });

/** The pairs that come with the figure, and every cut in one head of the first. */
export function readContrasts(layer: number, head: number): KnownContrasts {
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
}
