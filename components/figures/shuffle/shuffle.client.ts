import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { permute } from '#lib/permute.ts';
import { withBase } from '../../base.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import { SentenceFigure } from '../../sentence/sentence-figure.ts';
import type figure from './figure.ts';
import type { ShuffleReading, ShuffleState } from './figure.ts';
import type { KnownShuffle } from './read-shuffles.ts';
import { slideHome } from './slide-home.ts';

/** Has the page's sentence read as it was written and in another order, told of positions or not. */
export class Shuffle extends SentenceFigure {
  #read: ShuffleReading | undefined;
  /** The order that was last shown. */
  #order: readonly number[] | undefined;

  /** Another order is seen to go home; with the first one, which a link may bring, nothing moves. */
  protected override showOwn(shown: unknown): void {
    const { order, places } = shown as ReturnType<typeof figure.compute>;
    const isAnother = this.#order !== undefined && String(order) !== String(this.#order);
    if (isAnother) {
      // Where one map is to be seen at a time, this one.
      const tab = this.querySelector<HTMLInputElement>('.tabs [value=back]')!;
      if (tab.checkVisibility()) tab.checked = true;
      slideHome(this.querySelector('[data-pane=back] [data-drawing] > svg')!, places);
    }
    this.#order = order;
  }

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
