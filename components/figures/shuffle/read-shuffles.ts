import { keep } from 'virtual:kept';
import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { permute } from '#lib/permute.ts';
import { mapsOnly, readAtBuild, travelled } from '../../model/examples.ts';
import { sentences } from '../../model/sentences.ts';
import { compute, type ShuffleReading, type ShuffleState } from './figure.ts';

/** A shuffle that came with the page, and what it answers. */
export type KnownShuffle = ShuffleReading & Pick<ShuffleState, 'seed' | 'positions'>;

const [sentence] = sentences;

/** The page’s own sentence, shuffled. */
export const readShuffle = keep('shuffle', (seed: number, positions: ShuffleState['positions']): KnownShuffle => {
  const isTold = { positions: positions === 'on' };
  const written = readAtBuild(sentence, isTold);
  const { pieces, ids } = written;
  const order = wordOrder(pieces, seed);
  const shuffled = readAtBuild({ pieces: permute(pieces, order), ids: permute(ids, order) }, isTold);
  const difference = (layer: number, head: number): number => {
    const asked = { layer: layer + 1, head: head + 1, seed, positions, query: undefined, key: undefined };
    return Number(compute(asked, { ...written, shuffled }).difference.size.toPrecision(2));
  };
  const differences = written.layers.map(({ weights }, layer) => weights!.map((_, head) => difference(layer, head)));
  return travelled({ ...mapsOnly(written), seed, positions, shuffled: mapsOnly(shuffled), differences });
});

/** So many presses of the button are answered without the model. */
export function readShuffles(): readonly KnownShuffle[] {
  return [1, 2, 3, 4, 5].flatMap((seed) => [readShuffle(seed, 'on'), readShuffle(seed, 'off')]);
}
