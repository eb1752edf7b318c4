import { strongestPair, type Pair } from '#lib/analysis/strongestPair.ts';
import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { permute } from '#lib/permute.ts';
import { withBase } from '../../base.ts';
import { granted, placeOf, saidPlace } from '../../sentence/cell-state.ts';
import { EncoderFigure, show, type Place } from '../../sentence/encoder-figure.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import type { FigureSentence } from '../../model/figure-sentence.ts';
import { unpackMap } from '../../model/packed-maps.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { phrase } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import type { heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import type { PackedShuffles } from './packed.ts';
import { differenceOf, mapsOf, readoutOf, shuffledFrom, sourceOf, type Shuffled } from './shuffled.ts';
import { state } from './state.ts';
import { tablesOf } from './tables.ts';

const firstSeed = state.seed.fallback;

/** Shows what the encoder makes of the same words in another order. */
class ShuffleWords extends EncoderFigure<Shuffled> {
  #seed = firstSeed;
  #choice: Pair = JSON.parse(this.dataset['choiceAt']!) as Pair;
  #chosenIn = '';
  /** A cell that the address asks for, until a map is there to choose it in. */
  #wished: State<typeof state> | undefined;
  /** Whether the reader chose the cell, and not the figure. */
  #isPicked = false;
  #say: (said: State<typeof state>) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#say = permalink(this, 'shuffle', state, (said) => {
      this.place = placeOf(said);
      this.find<HTMLInputElement>(`[data-choice=positions][value=${said.positions}]`).checked = true;
      this.#seed = said.seed;
      this.#wished = said;
      this.#isPicked = said.query !== undefined || said.key !== undefined;
      this.begin();
      void this.refresh();
    });
  }

  #tell(): void {
    const { query, key } = this.#isPicked ? this.#choice : {};
    this.#say({ ...saidPlace(this.place), seed: this.#seed, positions: this.#positions ? 'on' : 'off', query, key });
  }

  protected listen(): void {
    for (const map of this.querySelectorAll<HTMLElement>('.map'))
      listenToMap(map, {
        size: () => ({ queries: this.data?.labels.length ?? 0, keys: this.data?.labels.length ?? 0 }),
        chosen: () => this.#choice,
        choose: (query, key) => {
          this.#isPicked = true;
          this.#choose({ query, key });
          this.#tell();
        },
      });
    this.find('[name=shuffle]').addEventListener('click', () => {
      this.#seed++;
      this.#isPicked = false;
      this.#tell();
      void this.refresh();
    });
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.dataset['choice']) return;
      this.#isPicked = false;
      this.#tell();
    });
  }

  protected override isDefault(): boolean {
    return this.#seed === firstSeed;
  }

  get #positions(): boolean {
    return this.find<HTMLInputElement>('[data-choice=positions]:checked').value === 'on';
  }

  protected async gather({ sentence, pieces, ids }: FigureSentence, place: Place): Promise<Shuffled | undefined> {
    const [seed, positions] = [this.#seed, this.#positions];
    const packed = await this.#packed(sentence, pieces, seed, positions, place);
    if (packed) return packed;
    const { layer, head } = place;
    const order = wordOrder(pieces, seed);
    const need = 'This order has to be read by the model. Until it is here, the figure shows what it showed before.';
    const written = await this.layers(ids, need, { positions });
    const shuffled = written && (await this.layers(permute(ids, order), need, { positions }));
    if (!shuffled) return undefined;
    const map = (layers: typeof shuffled): Float32Array => layers[layer]!.weights![head]!;
    return shuffledFrom({ seed, positions, pieces, order, written: map(written), shuffled: map(shuffled) });
  }

  /** The first few orders of the page's own sentence, which the build wrote down. */
  async #packed(
    sentence: string,
    pieces: readonly string[],
    seed: number,
    positions: boolean,
    { layer, head }: Place,
  ): Promise<Shuffled | undefined> {
    if (sentence !== this.dataset['sentence']) return undefined;
    const packed = await fetchOnce<PackedShuffles>(withBase('/figures/shuffles.json'));
    const found = packed?.shuffles.find((shuffle) => shuffle.seed === seed);
    if (!packed || !found) return undefined;
    this.settle();
    const way = positions ? 'on' : 'off';
    const read = { seed, positions, pieces, order: found.order };
    const written = unpackMap(packed.written[way], layer, head);
    const shuffled = shuffledFrom({ ...read, written, shuffled: unpackMap(found[way], layer, head) });
    // Packing rounds weights to less than the difference there may be: the build measured that before.
    return { ...shuffled, difference: { ...shuffled.difference, size: found.differences[way][layer]![head]! } };
  }

  protected draw(data: Shuffled, map: typeof heatmap): void {
    const maps = mapsOf(data);
    for (const pane of ['written', 'back'] as const) {
      const host = this.find<HTMLElement>(`[data-pane=${pane}]`);
      show(host.querySelector('.map')!, map(maps[pane], { document, width: host.clientWidth }));
    }
    this.find('.legend .max').textContent = showWeight(maps.written.max);
    this.find('[data-pane=written] .note').textContent = data.writtenText;
    this.find('[data-pane=back] .note').textContent = data.shuffledText;
    this.find('.difference').replaceChildren(phrase(document, differenceOf(data)));
    this.find('.badge .source').textContent = sourceOf(this.dataset['model']!, data);
    this.find('.numbers .scroll').replaceChildren(tablesOf(document, data));
  }

  protected mark(data: Shuffled): void {
    // Where the maps differ is what there is to see; where they do not, their strongest pair.
    if (data.difference.size >= 0.005) this.#choice = data.difference;
    else if (this.#chosenIn !== data.writtenText) this.#choice = strongestPair(data.written, data.labels.length);
    if (this.#wished)
      this.#choice = granted({ query: this.#choice.query, key: this.#choice.key }, this.#wished, data.labels.length);
    this.#wished = undefined;
    this.#chosenIn = data.writtenText;
    this.#choose(this.#choice);
  }

  #choose({ query, key }: Pair): void {
    const { data } = this;
    this.#choice = { query, key };
    if (!data) return;
    for (const svg of this.querySelectorAll<SVGSVGElement>('.map svg')) frameCell(svg, query, key);
    this.find('.readout').replaceChildren(phrase(document, readoutOf(data, query, key)));
  }
}

customElements.define('shuffle-words', ShuffleWords);
