import { headOf } from '#lib/attention/heads.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { strongestPair } from '#lib/analysis/strongestPair.ts';
import { attentionWeights } from '#lib/attention/attentionWeights.ts';
import { EncoderFigure, type Place } from '../../sentence/encoder-figure.ts';
import type { FigureSentence } from '../../model/figure-sentence.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { permalink } from '../../figure/state/permalink.ts';
import type { State } from '../../figure/state/fields.ts';
import type { sweep } from '../../plots/sweep.ts';
import { weightSlopes } from '../../plots/weight-slopes.ts';
import { barsOf, chartOf, readoutOf, tableOf, type Chart, type Row } from './row.ts';
import { state, temperatures } from './state.ts';

interface Data extends Row {
  readonly sentence: string;
  readonly place: Place;
  /** Its plot comes with the data: `draw` does not wait. */
  readonly plot: typeof sweep;
}

/** One row of the model, its scores divided by a temperature before softmax. */
class AttentionTemperature extends EncoderFigure<Data> {
  /** Which query the reader chose, in which sentence; none yet, the figure takes one. */
  #asked: { readonly query: number; readonly sentence: string | undefined } | undefined;
  #say: (said: State<typeof state>) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#say = permalink(this, 'temperature', state, ({ T, query, layer, head }) => {
      this.#slider.value = String(temperatures.indexOf(Number(T)));
      for (const [name, value] of [
        ['layer', layer],
        ['head', head],
      ] as const)
        this.find<HTMLInputElement>(`[data-choice=${name}][value="${Number(value) - 1}"]`).checked = true;
      this.#asked = query === undefined ? undefined : { query: query - 1, sentence: undefined };
      void pageSentence.start().then(() => this.refresh());
    });
  }

  protected listen(): void {
    this.addEventListener('input', ({ target }) => {
      if (target !== this.#slider) return;
      this.#told();
      void this.refresh();
    });
    this.addEventListener('change', ({ target }) => {
      if (target === this.#select) {
        this.#asked = { query: Number(this.#select.value), sentence: this.data?.sentence };
        void this.refresh();
      }
      if (target === this.#select || (target instanceof HTMLInputElement && target.dataset['choice'])) this.#told();
    });
    for (const chart of this.querySelectorAll<HTMLElement>('.chart')) this.#listenTo(chart);
  }

  get #slider(): HTMLInputElement {
    return this.find<HTMLInputElement>('[name=temperature]');
  }

  get #select(): HTMLSelectElement {
    return this.find<HTMLSelectElement>('[name=query]');
  }

  get #T(): number {
    return temperatures[Number(this.#slider.value)]!;
  }

  #told(): void {
    const { layer, head } = this.place;
    this.#say({
      T: String(this.#T),
      query: this.#asked && this.#asked.query + 1,
      layer: layer === 0 ? '1' : '2',
      head: (['1', '2', '3', '4'] as const)[head]!,
    });
  }

  /** A press on a chart, or a drag over it, chooses the temperature under it: the slider's shortcut. */
  #listenTo(chart: HTMLElement): void {
    const point = (event: PointerEvent): void => {
      const step = event.target instanceof SVGElement ? event.target.dataset['step'] : undefined;
      if (event.buttons !== 1 || step === undefined || step === this.#slider.value) return;
      this.#slider.value = step;
      this.#told();
      void this.refresh();
    };
    chart.addEventListener('pointerdown', (event) => {
      // A touch stays with the column it began on unless it is let go.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      point(event);
    });
    chart.addEventListener('pointermove', point);
  }

  protected override isDefault(): boolean {
    return this.#T === 1 && (this.#asked === undefined || String(this.#asked.query) === this.dataset['query']);
  }

  protected async gather({ sentence, ids, labels, scores }: FigureSentence, place: Place): Promise<Data | undefined> {
    const n = labels.length;
    const known = scores?.[place.layer]?.[place.head] ?? (await this.#computed(ids, place));
    if (!known) return undefined;
    if (scores) this.settle();
    // A query is chosen in one sentence; an address chooses it in the sentence it finds.
    if (this.#asked && (this.#asked.sentence ?? sentence) !== sentence) this.#asked = undefined;
    const own =
      sentence === this.dataset['sentence']
        ? Number(this.dataset['query'])
        : strongestPair(attentionWeights({ data: known, shape: [n, n] }).data, n).query;
    const query = Math.min(n - 1, this.#asked?.query ?? own);
    const { sweep } = await import('../../plots/sweep.ts');
    return {
      labels,
      query,
      T: this.#T,
      scores: known.subarray(query * n, (query + 1) * n),
      sentence,
      place,
      plot: sweep,
    };
  }

  async #computed(ids: readonly number[], { layer, head }: Place): Promise<Float32Array | undefined> {
    const layers = await this.layers(
      ids,
      'The scores of this sentence have to be computed by the model. Until it is here, the figure shows what it showed before.',
    );
    if (!layers) return undefined;
    const [Q, K, V] = [layers[layer]!.Q, layers[layer]!.K, layers[layer]!.V].map((x) => headOf(x, head));
    return scaledDotProductAttention(Q!, K!, V!, { returns: 'scores' }).scores.data;
  }

  protected draw(data: Data): void {
    const replace = (
      host: HTMLElement,
      made: (surface: { document: Document; width: number }) => SVGSVGElement,
    ): void => {
      const before = host.querySelector('svg')!;
      const svg = made({ document, width: host.clientWidth });
      for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
      host.replaceChildren(svg);
    };
    replace(this.find('.bars'), (surface) => weightSlopes(barsOf(data), surface));
    for (const chart of this.querySelectorAll<HTMLElement>('.chart'))
      replace(chart, (surface) => data.plot(chartOf(chart.dataset['chart'] as Chart, data), surface));
  }

  /** All that is said around the drawings. */
  protected mark(data: Data): void {
    const { labels, query, T, place } = data;
    this.#select.replaceChildren(
      ...labels.map(
        (label, index) => new Option(`${index + 1} ${label}`, String(index), index === query, index === query),
      ),
    );
    this.#slider.setAttribute('aria-valuetext', `T = ${T}`);
    this.find('.slider output').textContent = `T = ${T}`;
    this.find('.asking').textContent = labels[query]!;
    this.find('.readout').replaceChildren(phrase(document, readoutOf(data)));
    this.find('.numbers .scroll').replaceChildren(
      numberTable(document, tableOf(data, `layer ${place.layer + 1}, head ${place.head + 1}`)),
    );
  }
}

customElements.define('attention-temperature', AttentionTemperature);
