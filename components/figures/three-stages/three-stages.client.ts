import { headOf } from '#lib/attention/heads.ts';
import { rowSums } from '#lib/analysis/rowSums.ts';
import { strongestPair } from '#lib/analysis/strongestPair.ts';
import { withBase } from '../../base.ts';
import { granted, placeOf, saidPlace } from '../../sentence/cell-state.ts';
import { EncoderFigure, show, type Place } from '../../sentence/encoder-figure.ts';
import type { FigureSentence } from '../../model/figure-sentence.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import { unpackWorkings, type HeadWorkings, type PackedWorkings } from '../../model/workings.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { phrase } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import type { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { frameStrip, strips } from '../../plots/strips.ts';
import { showWeight } from '../../plots/weight.ts';
import {
  featuresOf,
  outputStrips,
  scoresMap,
  sizeOfLargest,
  stagesOf,
  strongestFeature,
  valueStrips,
  weightsMap,
  type Choice,
  type Stages,
} from './stages.ts';
import { state } from './state.ts';
import { arithmeticOf, madeTable, mapTables, readoutOf } from './words.ts';

interface Data extends Stages {
  readonly sentence: string;
  readonly place: Place;
}

/** The three stages of self-attention, one choice lit through all of them. */
class ThreeStages extends EncoderFigure<Data> {
  #choice: Choice = JSON.parse(this.dataset['choiceAt']!) as Choice;
  /** Whose weights the values are drawn with. */
  #asking = this.#choice.query;
  /** Whose choice that is: another map starts at its own strongest pair. */
  #chosenIn = nameOf(this.dataset['sentence']!, this.place);
  /** A choice that the address asks for, until there are stages to choose it in. */
  #wished: State<typeof state> | undefined;
  /** Whether the reader chose it, and not the figure. */
  #isPicked = false;
  #say: (said: State<typeof state>) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#say = permalink(this, 'three-stages', state, (said) => {
      this.place = placeOf(said);
      this.#wished = said;
      this.#isPicked = [said.query, said.key, said.feature].some((part) => part !== undefined);
      this.begin();
      void this.refresh();
    });
  }

  #tell(): void {
    const { query, key, feature } = this.#isPicked ? this.#choice : {};
    this.#say({ ...saidPlace(this.place), query, key, feature });
  }

  protected listen(): void {
    const cells = (stage: string, rows: 'query' | 'key', columns: 'key' | 'feature'): void => {
      const map = this.find<HTMLElement>(`[data-stage=${stage}] .map`);
      listenToMap(map, {
        size: () => ({
          queries: this.data?.labels.length ?? 0,
          keys: columns === 'key' ? (this.data?.labels.length ?? 0) : this.data ? featuresOf(this.data) : 0,
        }),
        chosen: () => ({ query: this.#choice[rows], key: this.#choice[columns] }),
        choose: (row, column) => {
          this.#isPicked = true;
          this.#choose({ ...this.#choice, [rows]: row, [columns]: column });
          this.#tell();
        },
      });
    };
    cells('scores', 'query', 'key');
    cells('weights', 'query', 'key');
    cells('values', 'key', 'feature');
    cells('output', 'query', 'feature');
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['choice']) this.#tell();
    });
  }

  protected async gather({ sentence, ids, labels }: FigureSentence, place: Place): Promise<Data | undefined> {
    const workings = (await this.#packed(sentence, place)) ?? (await this.#asked(sentence, ids, place));
    return workings && { ...stagesOf(labels, workings), sentence, place };
  }

  /** What the build wrote down for the page's own sentence. */
  async #packed(sentence: string, { layer, head }: Place): Promise<HeadWorkings | undefined> {
    if (sentence !== this.dataset['sentence']) return undefined;
    const packed = await fetchOnce<PackedWorkings>(withBase('/figures/workings.json'));
    if (packed?.layer !== layer || packed.head !== head) return undefined;
    this.settle();
    return unpackWorkings(packed);
  }

  async #asked(sentence: string, ids: readonly number[], { layer, head }: Place): Promise<HeadWorkings | undefined> {
    const need = `Layer ${layer + 1}, head ${head + 1} of “${sentence}” has to be computed by the model. Until it is here, the figure shows what it showed before.`;
    const layers = await this.layers(ids, need);
    if (!layers) return undefined;
    const { Q, K, V } = layers[layer]!;
    return { Q: headOf(Q, head), K: headOf(K, head), V: headOf(V, head) };
  }

  protected draw(data: Data, map: typeof heatmap): void {
    this.#begin(data);
    const { scores, weights, V, labels } = data;
    const surface = (stage: string) => ({ document, width: this.find(`[data-stage=${stage}]`).clientWidth });
    show(this.find('[data-stage=scores] .map'), map(scoresMap(data), surface('scores')));
    show(
      this.find('[data-stage=weights] .map'),
      map(weightsMap(data, rowSums(weights, labels.length)), surface('weights')),
    );
    show(this.find('[data-stage=output] .map'), strips(outputStrips(data), surface('output')));
    this.#drawValues(data);
    this.find('.features').textContent = String(featuresOf(data));
    this.find('[data-stage=scores] .min').textContent = showNumber(-sizeOfLargest(scores));
    this.find('[data-stage=scores] .max').textContent = showNumber(sizeOfLargest(scores));
    this.find('[data-stage=weights] .max').textContent = showWeight(sizeOfLargest(weights));
    this.find('.scale .full').textContent = showNumber(sizeOfLargest(V.data));
    const name = `layer ${data.place.layer + 1}, head ${data.place.head + 1}`;
    this.find('.numbers .scroll').replaceChildren(
      ...mapTables(document, data, name),
      madeTable(document, data, this.#choice),
    );
  }

  #drawValues(data: Data): void {
    this.#asking = this.#choice.query;
    const host = this.find<HTMLElement>('[data-stage=values] .map');
    show(host, strips(valueStrips(data, this.#choice.query), { document, width: host.parentElement!.clientWidth }));
  }

  /** A map not shown before starts at its strongest pair. */
  #begin({ sentence, place, ...data }: Data): void {
    const name = nameOf(sentence, place);
    if (this.#chosenIn === name && !this.#wished) return;
    if (this.#chosenIn !== name) {
      const pair = strongestPair(data.weights, data.labels.length);
      this.#choice = { ...pair, feature: strongestFeature(data, pair.query) };
      if (!this.#wished) this.#isPicked = false;
    }
    if (this.#wished) {
      const { query, key } = granted(this.#choice, this.#wished, data.labels.length);
      const { feature = strongestFeature(data, query) } = this.#wished;
      this.#choice = { query, key, feature: Math.min(feature, featuresOf(data) - 1) };
    }
    this.#wished = undefined;
    this.#chosenIn = name;
  }

  protected mark(data: Data): void {
    this.#begin(data);
    this.#choose(this.#choice);
  }

  /** Lights one query, one key and one feature through all stages, and opens their arithmetic. */
  #choose(choice: Choice): void {
    const { data } = this;
    this.#choice = choice;
    if (!data) return;
    const { query, key, feature } = choice;
    if (query !== this.#asking) this.#drawValues(data);
    const each = (stage: string, frame: (svg: SVGSVGElement) => void): void =>
      this.querySelectorAll<SVGSVGElement>(`[data-stage=${stage}] .map svg`).forEach(frame);
    each('scores', (svg) => frameCell(svg, query, key));
    each('weights', (svg) => frameCell(svg, query, key));
    each('values', (svg) => frameStrip(svg, key, feature));
    each('output', (svg) => frameStrip(svg, query, feature));
    this.find('.asking').textContent = data.labels[query]!;
    this.find('.readout').replaceChildren(phrase(document, readoutOf(data, choice)));
    this.find('.arithmetic').replaceWith(arithmeticOf(document, data, choice));
    this.find('.numbers .made').replaceWith(madeTable(document, data, choice));
  }
}

const nameOf = (sentence: string, { layer, head }: Place): string => `${layer} ${head} ${sentence}`;

customElements.define('three-stages', ThreeStages);
