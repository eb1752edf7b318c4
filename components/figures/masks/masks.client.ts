import { headOf } from '#lib/attention/heads.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { strongestPair, type Pair } from '#lib/analysis/strongestPair.ts';
import { granted, placeOf, saidPlace } from '../../sentence/cell-state.ts';
import { EncoderFigure, show, type Place } from '../../sentence/encoder-figure.ts';
import type { FigureSentence } from '../../model/figure-sentence.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import type { heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import {
  cellsOf,
  largestOf,
  maskedBy,
  patternMap,
  readoutOf,
  weightsMap,
  type Kind,
  type MaskChoice,
  type Masked,
} from './masked.ts';
import { state } from './state.ts';

interface Data extends Masked {
  readonly sentence: string;
  readonly place: Place;
}

/** One sentence under the mask the reader chooses. */
class AttentionMasks extends EncoderFigure<Data> {
  #choice: Pair = JSON.parse(this.dataset['choiceAt']!) as Pair;
  #chosenIn = this.dataset['sentence'];
  /** A cell that the address asks for, until a map is there to choose it in. */
  #wished: State<typeof state> | undefined;
  /** Whether the reader chose the cell, and not the figure. */
  #isPicked = false;
  #say: (said: State<typeof state>) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#say = permalink(this, 'masks', state, (said) => {
      this.place = placeOf(said);
      this.find<HTMLInputElement>(`[data-choice=mask][value=${said.mask}]`).checked = true;
      for (const name of ['padding', 'radius'] as const)
        this.find<HTMLInputElement>(`[name=${name}]`).value = String(said[name]);
      this.#wished = said;
      this.#isPicked = said.query !== undefined || said.key !== undefined;
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
          this.#isPicked = true;
          this.#choose({ query, key });
          this.#tell();
        },
      });
    this.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.type === 'range') void this.refresh();
      if (target.type === 'range' || target.dataset['choice']) this.#tell();
    });
  }

  #tell(): void {
    const amount = (name: 'padding' | 'radius'): number => this.find<HTMLInputElement>(`[name=${name}]`).valueAsNumber;
    const mask = this.find<HTMLInputElement>('[data-choice=mask]:checked').value as Kind;
    const { query, key } = this.#isPicked ? this.#choice : {};
    this.#say({ ...saidPlace(this.place), mask, padding: amount('padding'), radius: amount('radius'), query, key });
  }

  protected override isDefault(): boolean {
    return [...this.querySelectorAll<HTMLInputElement>('[type=range]')].every(
      (range) => range.value === range.defaultValue,
    );
  }

  /** The mask asked for. Its sliders reach as far as the sentence does. */
  #mask(n: number): MaskChoice {
    const number = (name: string, max: number): number => {
      const range = this.find<HTMLInputElement>(`[name=${name}]`);
      range.max = String(max);
      const value = Math.min(Number(range.value), max);
      range.closest('label')!.querySelector('output')!.textContent = String(value);
      return value;
    };
    const kind = this.find<HTMLInputElement>('[data-choice=mask]:checked').value as Kind;
    for (const label of this.querySelectorAll<HTMLElement>('[data-amount]'))
      label.hidden = label.dataset['amount'] !== kind;
    return { kind, padding: number('padding', n - 1), radius: number('radius', n - 1) };
  }

  protected async gather({ sentence, ids, labels, scores }: FigureSentence, place: Place): Promise<Data | undefined> {
    const known = scores?.[place.layer]?.[place.head] ?? (await this.#asked(ids, place));
    if (!known) return undefined;
    if (scores) this.settle();
    return { ...maskedBy(this.#mask(labels.length), labels, known), sentence, place };
  }

  async #asked(ids: readonly number[], { layer, head }: Place): Promise<Float32Array | undefined> {
    const layers = await this.layers(
      ids,
      'The scores of this sentence have to be computed by the model. Until it is here, the figure shows what it showed before.',
    );
    if (!layers) return undefined;
    const [Q, K, V] = [layers[layer]!.Q, layers[layer]!.K, layers[layer]!.V].map((x) => headOf(x, head));
    return scaledDotProductAttention(Q!, K!, V!, { returns: 'scores' }).scores.data;
  }

  protected draw(data: Data, map: typeof heatmap): void {
    for (const [pane, drawn] of [
      ['mask', patternMap(data)],
      ['weights', weightsMap(data)],
    ] as const) {
      const host = this.find<HTMLElement>(`[data-pane=${pane}]`);
      show(host.querySelector('.map')!, map(drawn, { document, width: host.clientWidth }));
    }
    this.find('.legend .max').textContent = showWeight(largestOf(data.weights));
  }

  protected mark(data: Data): void {
    if (this.#chosenIn !== data.sentence) {
      this.#choice = strongestPair(data.open, data.labels.length);
      this.#isPicked = false;
    }
    if (this.#wished) this.#choice = granted(this.#choice, this.#wished, data.labels.length);
    this.#wished = undefined;
    this.#chosenIn = data.sentence;
    const { layer, head } = data.place;
    const name = `layer ${layer + 1}, head ${head + 1}`;
    this.find('.numbers .scroll').replaceChildren(numberTable(document, cellsOf(data, name)));
    this.#choose(this.#choice);
  }

  #choose(choice: Pair): void {
    const { data } = this;
    this.#choice = choice;
    if (!data) return;
    for (const svg of this.querySelectorAll<SVGSVGElement>('.map svg')) frameCell(svg, choice.query, choice.key);
    this.find('.readout').replaceChildren(phrase(document, readoutOf(data, choice.query, choice.key)));
  }
}

customElements.define('attention-masks', AttentionMasks);
