import { headOf } from '#lib/attention/heads.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { strongestPair, type Pair } from '#lib/attention/strongestPair.ts';
import { EncoderFigure, show, type Place } from '../../encoder/encoder-figure.ts';
import type { FigureSentence } from '../../encoder/figure-sentence.ts';
import { listenToMap } from '../../frame/map-pointer.ts';
import { numberTable } from '../../frame/number-table.ts';
import { phrase } from '../../frame/phrase.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import type { heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import { cellsOf, largestOf, maskedBy, patternMap, readoutOf, weightsMap, type Kind, type MaskChoice, type Masked } from './masked.ts';

interface Data extends Masked {
  readonly sentence: string;
  readonly place: Place;
}

/** One sentence under the mask the reader chooses. */
class AttentionMasks extends EncoderFigure<Data> {
  #choice: Pair = JSON.parse(this.dataset['choiceAt']!) as Pair;
  #chosenIn = this.dataset['sentence'];

  protected listen(): void {
    for (const map of this.querySelectorAll<HTMLElement>('.map'))
      listenToMap(map, {
        size: () => ({ queries: this.data?.labels.length ?? 0, keys: this.data?.labels.length ?? 0 }),
        chosen: () => this.#choice,
        choose: (query, key) => this.#choose({ query, key }),
      });
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'range') void this.refresh();
    });
  }

  protected override isDefault(): boolean {
    return [...this.querySelectorAll<HTMLInputElement>('[type=range]')].every((range) => range.value === range.defaultValue);
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
    for (const label of this.querySelectorAll<HTMLElement>('[data-amount]')) label.hidden = label.dataset['amount'] !== kind;
    return { kind, padding: number('padding', n - 1), radius: number('radius', n - 1) };
  }

  protected async gather({ sentence, ids, labels, scores }: FigureSentence, place: Place): Promise<Data | undefined> {
    const known = scores?.[place.layer]?.[place.head] ?? (await this.#asked(ids, place));
    if (!known) return undefined;
    if (scores) this.settle();
    return { ...maskedBy(this.#mask(labels.length), labels, known), sentence, place };
  }

  async #asked(ids: readonly number[], { layer, head }: Place): Promise<Float32Array | undefined> {
    const layers = await this.layers(ids, 'The scores of this sentence have to be computed by the model. Until it is here, the figure shows what it showed before.');
    if (!layers) return undefined;
    const [Q, K, V] = [layers[layer]!.Q, layers[layer]!.K, layers[layer]!.V].map((x) => headOf(x, head));
    return scaledDotProductAttention(Q!, K!, V!, { returns: 'scores' }).scores.data;
  }

  protected draw(data: Data, map: typeof heatmap): void {
    for (const [pane, drawn] of [['mask', patternMap(data)], ['weights', weightsMap(data)]] as const) {
      const host = this.find<HTMLElement>(`[data-pane=${pane}]`);
      show(host.querySelector('.map')!, map(drawn, { document, width: host.clientWidth }));
    }
    this.find('.legend .max').textContent = showWeight(largestOf(data.weights));
  }

  protected mark(data: Data): void {
    if (this.#chosenIn !== data.sentence) this.#choice = strongestPair(data.open, data.labels.length);
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
