import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { permute } from '#lib/permute.ts';
import { withBase } from '../../base.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import { SentenceFigure } from '../../sentence/sentence-figure.ts';
import type { ShuffleReading, ShuffleState } from './figure.ts';
import type { KnownShuffle } from './read-shuffles.ts';

/** Has the page's sentence read as it was written and in another order, told of positions or not. */
export class Shuffle extends SentenceFigure {
  #read: ShuffleReading | undefined;

  protected override async read(state: ShuffleState): Promise<ShuffleReading | undefined> {
    const { seed, positions } = state;
    const sentence = await super.read(state);
    if (!sentence) return undefined;
    const { text, pieces, ids } = sentence;
    if (text === this.dataset['sentence']) {
      const all = await fetchOnce<readonly KnownShuffle[]>(withBase('/figures/shuffles.json'));
      const known = all?.find((each) => each.seed === seed && each.positions === positions);
      if (known) return known;
    }
    const need = 'This order has to be read by the model.';
    const untold = positions === 'off' && { positions: false };
    const order = wordOrder(pieces, seed);
    const written = untold ? await this.ask({ of: { pieces, ids }, ...untold }, need) : sentence;
    const shuffled =
      written &&
      (await this.ask({ of: { pieces: permute(pieces, order), ids: permute(ids, order) }, ...untold }, need));
    if (!shuffled) return undefined;
    // The same two readings are the same reading, which needs no new drawing.
    if (this.#read?.layers !== written.layers || this.#read.shuffled !== shuffled)
      this.#read = { ...written, text, shuffled };
    return this.#read;
  }
}
