import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { showWhole } from '../../plots/quantity.ts';
import {
  captionOf,
  chartsOf,
  costOf,
  firstLength,
  firstWidth,
  lengths,
  sentenceOf,
  show,
  tableOf,
  widths,
  type Cost,
} from './costs.ts';
import { state } from './state.ts';

/** Two sliders, two charts: what a layer costs at the length and width chosen. */
class ComplexityCharts extends HTMLElement {
  #frame = 0;
  #tabled = '';
  /** Whether the charts are the script's own by now, and no longer the build's. */
  #drawn = false;
  #say = (): void => undefined;

  connectedCallback(): void {
    this.#tabled = this.#slider('width').value;
    let begun = false;
    const begin = (): void => {
      if (begun) return;
      begun = true;
      this.addEventListener('input', () => this.#changed());
      for (const chart of this.querySelectorAll<HTMLElement>('.chart')) this.#listenTo(chart);
      onRedraw(this, () => this.#drawn && this.#draw());
      this.dataset['live'] = '';
    };
    const say = permalink(this, 'complexity-charts', state, ({ n, d }) => {
      this.#slider('length').value = String(firstLength + lengths.indexOf(Number(n)));
      this.#slider('width').value = String(firstWidth + widths.indexOf(Number(d)));
      begin();
      this.#update();
    });
    this.#say = () => say({ n: String(this.#power('length')), d: String(this.#power('width')) });
    whenTouched(this, begin);
  }

  #slider(name: 'length' | 'width'): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
  }

  #power(name: 'length' | 'width'): number {
    return 2 ** Number(this.#slider(name).value);
  }

  /** A press on a chart, or a drag over it, chooses the length under it: the slider's shortcut. */
  #listenTo(chart: HTMLElement): void {
    const point = (event: PointerEvent): void => {
      if (event.buttons !== 1 || !(event.target instanceof SVGElement)) return;
      const { step } = event.target.dataset;
      if (step === undefined) return;
      this.#slider('length').value = String(firstLength + Number(step));
      this.#changed();
    };
    chart.addEventListener('pointerdown', (event) => {
      // A touch stays with the column it began on unless it is let go.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      point(event);
    });
    chart.addEventListener('pointermove', point);
  }

  #changed(): void {
    this.#say();
    this.#update();
  }

  #update(): void {
    const [n, d] = (['length', 'width'] as const).map((name) => {
      const slider = this.#slider(name);
      const value = this.#power(name);
      const text = `${name === 'length' ? 'n' : 'd'} = ${showWhole(value)}`;
      slider.setAttribute('aria-valuetext', text);
      slider.closest('label')!.querySelector('output')!.textContent = text;
      return value;
    }) as [number, number];
    const cost = costOf(n, d);
    for (const cell of this.querySelectorAll<HTMLElement>('[data-cost]'))
      cell.textContent = show(cell.dataset['cost'] as keyof Cost, cost);
    const readout = this.querySelector('.readout')!;
    const sentence = sentenceOf(n, d);
    if (readout.textContent.trim() !== sentence) readout.textContent = sentence;
    this.#retable(d);
    this.#draw();
  }

  #retable(d: number): void {
    if (this.#tabled === this.#slider('width').value) return;
    this.#tabled = this.#slider('width').value;
    const table = this.querySelector<HTMLTableElement>('.costs')!;
    table.caption!.textContent = captionOf(d);
    tableOf(d).forEach((cells, row) => {
      cells.forEach((text, column) => (table.tBodies[0]!.rows[row]!.cells[column]!.textContent = text));
    });
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#redraw());
  }

  async #redraw(): Promise<void> {
    const { growth } = await import('../../plots/growth.ts');
    this.#drawn = true;
    const charts = chartsOf(Number(this.#slider('length').value) - firstLength, this.#power('width'));
    for (const chart of this.querySelectorAll<HTMLElement>('.chart')) {
      const before = chart.querySelector('svg')!;
      const svg = growth(charts[chart.dataset['chart'] as keyof typeof charts], { document, width: chart.clientWidth });
      for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
      chart.replaceChildren(svg);
    }
  }
}

customElements.define('complexity-charts', ComplexityCharts);
