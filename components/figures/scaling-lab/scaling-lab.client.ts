import { saturationSweep, type MeasuredScores, type RawAndScaled } from '#lib/analysis/saturationSweep.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { showWhole } from '../../plots/quantity.ts';
import { asked, chartOf, readoutOf, rowOf, rowTitle, tableOf, type Chart, type Choice } from './lab.ts';
import { seeds, sizes, state } from './state.ts';

/** Queries measured before the page gets its turn again: a few milliseconds. */
const atATime = 6;

/** Random queries and keys of a chosen length, and what softmax makes of their products. */
class ScalingLab extends HTMLElement {
  #seed = state.seed.fallback;
  #measured: { readonly seed: number; readonly values: readonly RawAndScaled<MeasuredScores>[] } | undefined;
  #drawing = 0;
  #begun = false;
  /** Whether the drawings are the script's own by now, and no longer the build's. */
  #drawn = false;

  connectedCallback(): void {
    const changed = (): void => {
      const { d, scaled, seed } = this.#choice;
      say({ d: String(d), scaled, seed });
      void this.#update();
    };
    const begin = (): void => {
      if (this.#begun) return;
      this.#begun = true;
      this.addEventListener('input', changed);
      this.querySelector('.new-seed')!.addEventListener('click', () => {
        this.#seed = (this.#seed + 1) % seeds;
        changed();
      });
      for (const chart of this.querySelectorAll<HTMLElement>('.chart')) this.#listenTo(chart, changed);
      onRedraw(this, () => this.#drawn && void this.#update());
      this.dataset['live'] = '';
    };
    const say = permalink(this, 'scaling-lab', state, ({ d, scaled, seed }) => {
      this.#slider.value = String(sizes.indexOf(Number(d)));
      this.#switch.checked = scaled;
      this.#seed = seed;
      begin();
      void this.#update();
    });
    whenTouched(this, begin);
  }

  get #slider(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('[name=d]')!;
  }

  get #switch(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('[name=scaled]')!;
  }

  get #choice(): Choice {
    return { d: sizes[Number(this.#slider.value)]!, scaled: this.#switch.checked, seed: this.#seed };
  }

  /** A press on a chart, or a drag over it, chooses the d under it: the slider's shortcut. */
  #listenTo(chart: HTMLElement, changed: () => void): void {
    const point = (event: PointerEvent): void => {
      const step = event.target instanceof SVGElement ? event.target.dataset['step'] : undefined;
      if (event.buttons !== 1 || step === undefined || step === this.#slider.value) return;
      this.#slider.value = step;
      changed();
    };
    chart.addEventListener('pointerdown', (event) => {
      // A touch stays with the column it began on unless it is let go.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      point(event);
    });
    chart.addEventListener('pointermove', point);
  }

  /** Only the last question is drawn. */
  async #update(): Promise<void> {
    const drawing = ++this.#drawing;
    const choice = this.#choice;
    const text = `d = ${showWhole(choice.d)}`;
    this.#slider.setAttribute('aria-valuetext', text);
    this.querySelector('output')!.textContent = text;
    const [{ sweep }, { weightSlopes }] = await Promise.all([
      import('../../plots/sweep.ts'),
      import('../../plots/weight-slopes.ts'),
    ]);
    const measured = await this.#measure(choice.seed, () => drawing === this.#drawing);
    if (!measured || drawing !== this.#drawing) return;
    const replace = (
      host: HTMLElement,
      draw: (surface: { document: Document; width: number }) => SVGSVGElement,
    ): void => {
      const before = host.querySelector('svg')!;
      const svg = draw({ document, width: host.clientWidth });
      for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
      host.replaceChildren(svg);
    };
    this.#drawn = true;
    for (const chart of this.querySelectorAll<HTMLElement>('.chart'))
      replace(chart, (surface) => sweep(chartOf(chart.dataset['chart'] as Chart, measured, choice), surface));
    replace(this.querySelector<HTMLElement>('.bars')!, (surface) => weightSlopes(rowOf(choice), surface));
    this.querySelector('.row .note')!.textContent = rowTitle(choice);
    this.querySelector('.badge .source')!.textContent = `seed ${choice.seed}`;
    this.querySelector('.readout')!.replaceChildren(phrase(document, readoutOf(measured, choice)));
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(measured, choice.seed)));
  }

  async #measure(seed: number, wanted: () => boolean): Promise<readonly RawAndScaled<MeasuredScores>[] | undefined> {
    if (this.#measured?.seed === seed) return this.#measured.values;
    const measuring = saturationSweep(asked(seed));
    for (let query = 1; ; query++) {
      const step = measuring.next();
      if (step.done) {
        this.#measured = { seed, values: step.value };
        return step.value;
      }
      if (query % atATime === 0) await new Promise((turn) => setTimeout(turn));
      if (!wanted()) return undefined;
    }
  }
}

customElements.define('scaling-lab', ScalingLab);
