import { encode, tokenize } from '#lib/encoder/index.ts';
import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { permute } from '#lib/permute.ts';
import { encoder } from 'virtual:encoder/build';
import { sentences } from '../../model/examples.ts';
import { packMaps } from '../../model/packed-maps.ts';
import type { PackedShuffles } from './packed.ts';
import { shuffledFrom, type Shuffled } from './shuffled.ts';

/** So many presses of the button are answered without the model. */
const seeds = [1, 2, 3, 4, 5];
const [sentence] = sentences;
const { pieces, ids } = tokenize(sentence, encoder.vocabulary);
const mapsOf = (ids: readonly number[], positions: boolean): readonly (readonly Float32Array[])[] =>
  encode(ids, encoder.weights, { positions }).layers.map(({ weights }) => weights);

/** One head on the page's own sentence, shuffled. */
export function readShuffle(seed: number, positions: boolean, layer: number, head: number): Shuffled {
  const order = wordOrder(pieces, seed);
  const written = mapsOf(ids, positions)[layer]![head]!;
  const shuffled = mapsOf(permute(ids, order), positions)[layer]![head]!;
  return shuffledFrom({ seed, positions, pieces, order, written, shuffled });
}

/** All heads on the page's own sentence, shuffled a few times. */
export function readShuffles(): PackedShuffles {
  const written = { on: mapsOf(ids, true), off: mapsOf(ids, false) };
  const shuffles = seeds.map((seed) => {
    const order = wordOrder(pieces, seed);
    const moved = permute(ids, order);
    const shuffled = { on: mapsOf(moved, true), off: mapsOf(moved, false) };
    const differences = (way: 'on' | 'off'): number[][] =>
      written[way].map((layer, l) =>
        layer.map((map, h) => {
          const read = { seed, positions: way === 'on', pieces, order, written: map, shuffled: shuffled[way][l]![h]! };
          return Number(shuffledFrom(read).difference.size.toPrecision(2));
        }),
      );
    return {
      seed,
      order,
      on: packMaps(shuffled.on),
      off: packMaps(shuffled.off),
      differences: { on: differences('on'), off: differences('off') },
    };
  });
  return { sentence, written: { on: packMaps(written.on), off: packMaps(written.off) }, shuffles };
}
