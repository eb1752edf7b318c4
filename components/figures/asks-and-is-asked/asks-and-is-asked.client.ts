import { headOf } from '#lib/attention/heads.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { similarity } from '#lib/analysis/similarity.ts';
import type { Pair } from '#lib/analysis/strongestPair.ts';
import { granted, placeOf, saidPlace } from '../../sentence/cell-state.ts';
import { EncoderFigure, show, type Place } from '../../sentence/encoder-figure.ts';
import type { FigureSentence } from '../../model/figure-sentence.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { bothWays, frameDot } from '../../plots/both-ways.ts';
import { frameMirror } from '../../plots/frame-mirror.ts';
import type { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { askedOf, asymmetryOf, mapOf, readoutOf, sides, sizeOfLargest, tablesOf, type Asked } from './asked.ts';
import { state } from './state.ts';

interface Data extends Asked {
  readonly sentence: string;
  readonly place: Place;
}

const nameOf = (sentence: string, { layer, head }: Place): string => `${layer} ${head} ${sentence}`;

/** Which word asks what of which: one head's scores beside plain similarity. */
class AsksAndIsAsked extends EncoderFigure<Data> {
  #choice: Pair = JSON.parse(this.dataset['choiceAt']!) as Pair;
  /** Whose choice that is: another map starts at its own most unequal pair. */
  #chosenIn = nameOf(this.dataset['sentence']!, this.place);
  /** A pair that the address asks for, until a map is there to choose it in. */
  #wished: State<typeof state> | undefined;
  #say: ReturnType<typeof permalink<typeof state>> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#say = permalink(this, 'asks-and-is-asked', state, (said) => {
      this.place = placeOf(said);
      this.#wished = said;
      this.begin();
      void this.refresh();
    });
  }

  protected listen(): void {
    for (const map of this.querySelectorAll<HTMLElement>('.map'))
      listenToMap(map, {
        size: () => ({ queries: this.data?.labels.length ?? 0, keys: this.data?.labels.length ?? 0 }),
        chosen: () => this.#choice,
        choose: (query, key) => {
          this.#choose({ query, key });
          this.#tell();
        },
      });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['choice']) this.#tell();
    });
  }

  /** Says in the address what the figure shows; a pair that a map begins with is not worth saying. */
  #tell(): void {
    const { data, place } = this;
    const { query, key } = this.#choice;
    const isChosen =
      data &&
      this.#chosenIn === nameOf(data.sentence, place) &&
      !(query === data.widest.query && key === data.widest.key);
    this.#say?.({ ...saidPlace(place), query: isChosen ? query : undefined, key: isChosen ? key : undefined });
  }

  protected async gather(
    { sentence, ids, labels, scores, similarities }: FigureSentence,
    place: Place,
  ): Promise<Data | undefined> {
    const known = scores &&
      similarities && { scores: scores[place.layer]![place.head]!, alike: similarities[place.layer]! };
    if (known) this.settle();
    const found = known ?? (await this.#asked(ids, place));
    return found && { ...askedOf(labels, found.scores, found.alike), sentence, place };
  }

  async #asked(
    ids: readonly number[],
    { layer, head }: Place,
  ): Promise<{ scores: Float32Array; alike: Float32Array } | undefined> {
    const layers = await this.layers(
      ids,
      'The scores of this sentence have to be computed by the model. Until it is here, the figure shows what it showed before.',
    );
    if (!layers) return undefined;
    const { Q, K, V, X } = layers[layer]!;
    const { scores } = scaledDotProductAttention(headOf(Q, head), headOf(K, head), headOf(V, head), {
      returns: 'scores',
    });
    return { scores: scores.data, alike: similarity(X).data };
  }

  protected draw(data: Data, map: typeof heatmap): void {
    const { place, labels } = data;
    for (const side of sides) {
      const pane = this.find<HTMLElement>(`[data-pane=${side}]`);
      show(pane.querySelector('.map')!, map(mapOf(data, side), { document, width: pane.clientWidth }));
      const most = showNumber(sizeOfLargest(data[side].scores));
      pane.querySelector('.min')!.textContent = `−${most}`;
      pane.querySelector('.max')!.textContent = most;
      const dots = this.find<HTMLElement>(`[data-dots=${side}]`);
      show(
        dots.querySelector('.map')!,
        bothWays({ scores: data[side].scores, n: labels.length }, { document, width: dots.clientWidth }),
      );
      dots.querySelector('.asymmetry')!.textContent = asymmetryOf(data[side]);
    }
    this.find('.numbers .scroll').replaceChildren(
      ...tablesOf(data, place.layer, place.head).map((table) => numberTable(document, table)),
    );
  }

  protected mark(data: Data): void {
    const name = nameOf(data.sentence, data.place);
    if (this.#wished || this.#chosenIn !== name)
      this.#choice = granted(
        { query: data.widest.query, key: data.widest.key },
        this.#wished ?? {},
        data.labels.length,
      );
    this.#wished = undefined;
    this.#chosenIn = name;
    this.#choose(this.#choice);
  }

  #choose(choice: Pair): void {
    const { data } = this;
    this.#choice = choice;
    if (!data) return;
    for (const svg of this.querySelectorAll<SVGSVGElement>('[data-pane] .map svg'))
      frameMirror(svg, choice.query, choice.key);
    for (const svg of this.querySelectorAll<SVGSVGElement>('[data-dots] .map svg'))
      frameDot(svg, choice.query, choice.key);
    this.find('.readout').replaceChildren(phrase(document, readoutOf(data, choice)));
  }
}

customElements.define('asks-and-is-asked', AsksAndIsAsked);
