import { rowSums } from '#lib/analysis/rowSums.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { lightLinks } from '../../plots/links.ts';
import { heatColour, heatInk, showWeight } from '../../plots/weight.ts';
import { strongestIn } from './alignment.ts';
import { stateOf } from './state.ts';

interface Data {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly weights: readonly number[];
}

/** Lights what the chosen target word looks at: among the words, in the lines, in the map. */
class AttentionAlignment extends HTMLElement {
  #data!: Data;
  #query = 0;
  #key = 0;
  #begun = false;
  #say = (): void => undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.dataset['alignment']!) as Data;
    const { source, target } = this.#data;
    const schema = stateOf({ source: source.length, target: target.length });
    const say = permalink(this, this.dataset['name']!, schema, ({ query, key }) => {
      this.#listen();
      this.#show(query - 1, key === undefined ? strongestIn(this.#row(query - 1)) : key - 1);
    });
    this.#say = () =>
      say({
        query: this.#query + 1,
        key: this.#key === strongestIn(this.#row(this.#query)) ? undefined : this.#key + 1,
      });
    whenTouched(this, () => this.#listen());
  }

  #listen(): void {
    if (this.#begun) return;
    this.#begun = true;
    const { source, target } = this.#data;
    this.addEventListener('change', ({ target: radio }) => {
      if (radio instanceof HTMLInputElement) this.#chooseQuery(Number(radio.value));
    });
    listenToMap(this.querySelector<HTMLElement>('.map')!, {
      size: () => ({ queries: target.length, keys: source.length }),
      chosen: () => ({ query: this.#query, key: this.#key }),
      choose: (query, key) => this.#choose(query, key),
    });
    const lines = this.querySelector('.looking .links')!;
    lines.addEventListener('pointerover', ({ target: line }) => {
      const { query, key } = (line as SVGElement).dataset;
      if (query !== undefined) this.#choose(Number(query), Number(key));
    });
    this.querySelectorAll<HTMLElement>('.looking .queries label').forEach((label, query) =>
      label.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && this.#chooseQuery(query)),
    );
    onRedraw(this, () => void this.#draw());
    // The reader, or the browser on coming back, may have chosen before the script was here.
    const query = Number(this.querySelector<HTMLInputElement>('input:checked')!.value);
    this.#show(query, strongestIn(this.#row(query)));
    void this.#draw();
  }

  #row(query: number): readonly number[] {
    const keys = this.#data.source.length;
    return this.#data.weights.slice(query * keys, (query + 1) * keys);
  }

  #chooseQuery(query: number): void {
    this.#choose(query, strongestIn(this.#row(query)));
  }

  #choose(query: number, key: number): void {
    this.#show(query, key);
    this.#say();
  }

  #show(query: number, key: number): void {
    [this.#query, this.#key] = [query, key];
    const row = this.#row(query);
    const max = Math.max(...this.#data.weights);
    this.querySelectorAll<HTMLElement>('.looking .keys li').forEach((word, index) => {
      word.style.setProperty('--heat', heatColour(row[index]!, max));
      word.style.setProperty('--heat-ink', heatInk(row[index]!, max));
      word.querySelector('.number')!.textContent = showWeight(row[index]!);
    });
    lightLinks(this.querySelector<SVGSVGElement>('.looking .links')!, query);
    this.querySelectorAll<HTMLInputElement>('input')[query]!.checked = true;
    frameCell(this.querySelector<SVGSVGElement>('.map svg')!, query, key);
    const { source, target } = this.#data;
    const said = [target[query]!, source[key]!, showWeight(row[key]!)];
    this.querySelectorAll('.readout b').forEach((word, index) => (word.textContent = said[index]!));
  }

  /** Draws the map at the width there is, where it was built for another. */
  async #draw(): Promise<void> {
    const map = this.querySelector<HTMLElement>('.map')!;
    const width = Math.min(400, map.parentElement!.clientWidth);
    const drawn = Number(map.querySelector('svg')!.getAttribute('data-for') ?? 400);
    if (width === drawn) return;
    const { heatmap } = await import('../../plots/heatmap.ts');
    const { source, target, weights } = this.#data;
    const sums = rowSums(weights, source.length);
    const svg = heatmap(
      { queries: target, keys: source, weights, sums, max: Math.max(...weights) },
      { document, width },
    );
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('data-for', String(width));
    map.replaceChildren(svg);
    frameCell(svg, this.#query, this.#key);
  }
}

customElements.define('attention-alignment', AttentionAlignment);
