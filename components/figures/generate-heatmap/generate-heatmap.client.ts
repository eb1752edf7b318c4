import { strongestPair } from '#lib/analysis/strongestPair.ts';
import { granted } from '../../sentence/granted.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import { headWeights, type Reading } from '#lib/encoder/reading.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { showWeight } from '../../plots/weight.ts';
import { longestDrawing, longSentence, startsWord, withoutMark } from '../../model/labels.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import type { State as Said } from '../../figure/state/fields.ts';
import { whenTouched } from '../../figure/touched.ts';
import { hasWords, viewOf, type Unit, type View } from '../../model/view.ts';
import { paintHeatmap } from './canvas.ts';
import { readoutOf, tableOf } from './parts.ts';
import { state } from './state.ts';

const untrainedSeed = 1;

interface State {
  readonly layer: number;
  readonly head: number;
  readonly unit: Unit;
  readonly compare: boolean;
  readonly query: number;
  readonly key: number;
}

/** The opening figure: reads its controls, listens to the page's sentence, draws. */
class GenerateHeatmap extends HTMLElement {
  #state: State = { layer: 1, head: 1, unit: 'words', compare: false, query: 0, key: 0 };
  #view: View | undefined;
  /** The same head before training, while it is shown beside the trained one. */
  #before: View | undefined;
  #untrained: { readonly ids: readonly number[]; readonly layers: Reading['layers'] } | undefined;
  #drawing = 0;
  #begun = false;
  /** A cell that the address asks for, until a map is there to choose it in. */
  #wished: Said<typeof state> | undefined;
  /** Whether the reader chose the cell, and not the figure. */
  #isPicked = false;
  #say: (said: Said<typeof state>) => void = () => undefined;
  /** Whether the maps are the script's own by now, and no longer the build's. */
  #drawn = false;

  connectedCallback(): void {
    pageSentence.addEventListener('change', () => void this.#draw());
    // It may have changed before this script came.
    if (pageSentence.current) void this.#draw();
    whenTouched(this, () => this.#begin());
    this.#say = permalink(this, 'generate-heatmap', state, (said) => {
      const check = (name: string, value: string | number): void =>
        void (this.#find<HTMLInputElement>(`input[name=${name}][value="${value}"]`).checked = true);
      check('layer', said.layer - 1);
      check('head', said.head - 1);
      check('unit', said.unit);
      this.#find<HTMLInputElement>('input[name=untrained]').checked = said.untrained;
      this.#wished = said;
      this.#isPicked = said.query !== undefined || said.key !== undefined;
      this.#begin();
      this.#read();
      void this.#draw();
    });
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#listen();
    void pageSentence.start();
  }

  #tell(): void {
    const { layer, head, unit, compare } = this.#state;
    const { query, key } = this.#isPicked ? this.#state : {};
    this.#say({ layer: layer + 1, head: head + 1, unit, untrained: compare, query, key });
  }

  #find<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  /** Takes the state from the controls: a browser may have put them back to where a reader left them. */
  #read(): void {
    const chosen = (name: string): string => this.#find<HTMLInputElement>(`input[name=${name}]:checked`).value;
    this.#state = {
      ...this.#state,
      layer: Number(chosen('layer')),
      head: Number(chosen('head')),
      unit: chosen('unit') as Unit,
      compare: this.#find<HTMLInputElement>('input[name=untrained]').checked,
    };
  }

  #pick(query: number, key: number): void {
    this.#isPicked = true;
    this.#choose(query, key);
    this.#tell();
  }

  #listen(): void {
    this.#read();
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const { name, value, checked } = target;
      if (name === 'query') this.#pick(Number(value), this.#state.key);
      else if (name === 'untrained') this.#change({ compare: checked });
      else if (name === 'unit') this.#change({ unit: value as Unit });
      else if (name === 'layer' || name === 'head') this.#change({ [name]: Number(value) });
    });
    for (const map of this.querySelectorAll<HTMLElement>('.map'))
      listenToMap(map, {
        size: () => ({ queries: this.#view?.labels.length ?? 0, keys: this.#view?.labels.length ?? 0 }),
        chosen: () => this.#state,
        choose: (query, key) => this.#pick(query, key),
      });
    const redraw = (): void => {
      if (this.#view && this.#drawn)
        void this.#drawMaps(this.#view, this.#drawing).then(() => this.#choose(this.#state.query, this.#state.key));
    };
    onRedraw(this, redraw, { theme: true });
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#isPicked = false;
    this.#tell();
    void this.#draw();
  }

  /** Draws the page's sentence in the present state. A map not drawn before starts at its strongest pair. */
  async #draw(): Promise<void> {
    const shown = pageSentence.current;
    if (!shown) return;
    const drawing = ++this.#drawing;
    const { layer, head, unit, compare } = this.#state;
    if (compare && this.#untrained?.ids !== shown.ids) {
      const before = await pageSentence
        .read({ of: { pieces: shown.pieces, ids: shown.ids }, untrained: untrainedSeed })
        .catch((error: Error) => this.#giveUpComparing(error));
      if (!before || drawing !== this.#drawing) return;
      this.#untrained = { ids: shown.ids, layers: before.layers };
    }
    const view = viewOf(shown.pieces, headWeights(shown.layers[layer]!, head), unit);
    this.#before =
      compare && this.#untrained
        ? viewOf(shown.pieces, headWeights(this.#untrained.layers[layer]!, head), unit)
        : undefined;
    const n = view.labels.length;
    if (String(this.#view?.weights) !== String(view.weights))
      this.#state = { ...this.#state, ...strongestPair(view.weights, n) };
    if (this.#wished) this.#state = granted(this.#state, this.#wished, n);
    this.#wished = undefined;
    this.#view = view;

    // What the build drew needs no drawing again.
    const asBuilt = !this.#drawn && shown.text === this.dataset['sentence'] && isDefault(this.#state);
    if (!asBuilt) {
      await this.#drawMaps(view, drawing);
      if (drawing !== this.#drawing) return;
      this.#describe(view, this.#max());
    }
    this.#choose(this.#state.query, this.#state.key);
    this.dataset['live'] = '';
  }

  /** The trained map stays as it is, and the read-out says why there is nothing beside it. */
  #giveUpComparing({ message }: Error): undefined {
    this.#find<HTMLInputElement>('input[name=untrained]').checked = false;
    this.#state = { ...this.#state, compare: false };
    this.#find('.readout').textContent = message;
  }

  async #drawMaps(view: View, drawing: number): Promise<void> {
    const { heatmap } = await import('../../plots/heatmap.ts');
    if (drawing !== this.#drawing) return;
    this.#drawn = true;
    const n = view.labels.length;
    this.#find<HTMLElement>('[data-pane=untrained]').hidden = !this.#before;
    this.#find<HTMLElement>('[data-pane=trained] .pane-title').hidden = !this.#before;
    const max = this.#max();
    for (const [pane, drawn] of [
      ['trained', view],
      ['untrained', this.#before],
    ] as const) {
      const map = this.#find<HTMLElement>(`[data-pane=${pane}] .map`);
      map.replaceChildren();
      if (!drawn) continue;
      const { labels, weights, sums } = drawn;
      const width = map.parentElement!.clientWidth;
      if (n > longestDrawing) map.append(paintHeatmap(n, weights, max, width, map));
      else {
        const svg = heatmap({ queries: labels, keys: labels, weights, sums, max }, { document, width });
        svg.setAttribute('aria-hidden', 'true');
        map.append(svg);
      }
    }
  }

  #max(): number {
    return Math.max(...this.#view!.weights, ...(this.#before?.weights ?? []));
  }

  /** All that is said around the map. */
  #describe(view: View, max: number): void {
    const { layer, head } = this.#state;
    const shown = pageSentence.current!;
    const heads = JSON.parse(this.dataset['heads']!) as string[][];
    this.#find('.habit b').textContent = `Layer ${layer + 1}, head ${head + 1}.`;
    this.#find('.habit span').textContent = heads[layer]![head]!;
    this.#find('.legend .max').textContent = showWeight(max);
    this.#find('.map').setAttribute(
      'aria-label',
      `Attention map of “${shown.text.slice(0, 200)}”. Arrow keys move from cell to cell.`,
    );
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name=unit]')) {
      radio.checked = radio.value === view.unit;
      radio.disabled = radio.value === 'words' && view.unit === 'pieces' && !hasWords(shown.pieces);
    }
    if (view.labels.length <= longestDrawing) this.#find('.numbers table').replaceWith(tableOf(view, this.#state));
    const sentence = this.#find<HTMLElement>('.sentence');
    const before = [...sentence.querySelectorAll('label')].map((label) => label.textContent.trim());
    if (String(before) === String(view.labels.map(withoutMark))) return; // The reader may have the focus there.
    sentence.classList.toggle('long', longSentence(view.labels));
    sentence.replaceChildren(
      sentence.querySelector('legend')!,
      ...view.labels.map((text, index) => wordOf(text, index, view.unit)),
    );
  }

  /** Reads out one cell, lights its row in the sentence, frames it in the maps. */
  #choose(query: number, key: number): void {
    const view = this.#view;
    if (!view) return;
    const n = view.labels.length;
    this.#state = { ...this.#state, query, key };
    const row = view.weights.subarray(query * n, (query + 1) * n);
    const strongest = Math.max(...row);
    this.querySelectorAll<HTMLElement>('.sentence label').forEach((label, index) => {
      label.style.setProperty('--share', `${((row[index]! / strongest) * 100).toFixed(1)}%`);
      label.classList.toggle('key', index === key);
      label.querySelector('input')!.checked = index === query;
    });
    for (const svg of this.querySelectorAll<SVGSVGElement>('.map svg')) frameCell(svg, query, key);
    this.#find('.readout').replaceChildren(...readoutOf(view, query, key, this.#before));
    if (n > longestDrawing) this.#find('.numbers table').replaceWith(tableOf(view, this.#state, query));
    void this.#drawRow(view, row);
  }

  /** Under a painted map, the chosen row as bars. */
  async #drawRow(view: View, weights: Float32Array): Promise<void> {
    const host = this.#find<HTMLElement>('.row-bars');
    host.hidden = view.labels.length <= longestDrawing;
    if (host.hidden) return host.replaceChildren();
    const { attentionRow } = await import('../../plots/attention-row.ts');
    if (view !== this.#view) return;
    const data = { keys: view.labels.map(withoutMark), weights, max: this.#max() };
    const svg = attentionRow(data, { document, width: host.clientWidth });
    svg.setAttribute('aria-hidden', 'true');
    host.replaceChildren(svg);
  }
}

function isDefault({ layer, head, unit, compare }: State): boolean {
  return layer === 1 && head === 1 && unit === 'words' && !compare;
}

/** A word of the large sentence: a radio button, so that a row can be chosen without aiming at cells. */
function wordOf(text: string, index: number, unit: Unit): HTMLElement {
  const label = document.createElement('label');
  label.classList.toggle('glued', index > 0 && !startsWord(text, unit));
  const radio = document.createElement('input');
  Object.assign(radio, { type: 'radio', name: 'query', value: String(index) });
  label.append(radio, withoutMark(text));
  return label;
}

customElements.define('generate-heatmap', GenerateHeatmap);
