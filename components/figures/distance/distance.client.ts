import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { showNumber } from '../../plots/number.ts';
import { chartOf, reachedBy, readoutOf, tableOf, type Choice } from './reach.ts';
import { seeds, state } from './state.ts';

/** Three layers read a random sequence; what of it is left in their gradients, by distance. */
class GradientDistance extends HTMLElement {
  #seed = state.seed.fallback;
  #begun = false;
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;
  #frame = 0;

  connectedCallback(): void {
    const changed = (): void => {
      say(this.#choice);
      this.#soon();
    };
    const begin = (): void => {
      if (this.#begun) return;
      this.#begun = true;
      this.addEventListener('input', changed);
      this.querySelector('.new-seed')!.addEventListener('click', () => {
        this.#seed = (this.#seed + 1) % seeds;
        changed();
      });
      this.#listenTo(this.#chart, changed);
      onRedraw(this, () => this.#drawn && this.#soon());
      this.dataset['live'] = '';
    };
    const say = permalink(this, 'distance', state, ({ gain, bias, seed, at }) => {
      this.#slider('gain').value = String(gain);
      this.#slider('bias').value = String(bias);
      this.#slider('at').value = String(at);
      this.#seed = seed;
      begin();
      this.#soon();
    });
    whenTouched(this, begin);
  }

  get #chart(): HTMLElement {
    return this.querySelector<HTMLElement>('.chart')!;
  }

  #slider(name: 'gain' | 'bias' | 'at'): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  }

  get #choice(): Choice {
    const [gain, bias, at] = (['gain', 'bias', 'at'] as const).map((name) => Number(this.#slider(name).value)) as [
      number,
      number,
      number,
    ];
    return { gain, bias, seed: this.#seed, at };
  }

  /** A press on the chart, or a drag over it, chooses the distance under it: the slider's shortcut. */
  #listenTo(chart: HTMLElement, changed: () => void): void {
    const point = (event: PointerEvent): void => {
      const step = event.target instanceof SVGElement ? event.target.dataset['step'] : undefined;
      if (event.buttons !== 1 || step === undefined || step === this.#slider('at').value) return;
      this.#slider('at').value = step;
      changed();
    };
    chart.addEventListener('pointerdown', (event) => {
      // A touch stays with the column it began on unless it is let go.
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
      point(event);
    });
    chart.addEventListener('pointermove', point);
  }

  /** A slider says more than a screen can show: once a frame is enough. */
  #soon(): void {
    const { gain, bias, at } = this.#choice;
    const shown = { gain: `× ${showNumber(gain)}`, bias: showNumber(bias, 1), at: String(at) };
    for (const output of this.querySelectorAll('output'))
      output.textContent = shown[output.dataset['of'] as keyof typeof shown];
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  }

  async #draw(): Promise<void> {
    const { decay } = await import('../../plots/decay.ts');
    const choice = this.#choice;
    const reached = reachedBy(choice);
    const before = this.#chart.querySelector('svg')!;
    const svg = decay(chartOf(reached, choice), { document, width: this.#chart.clientWidth });
    for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
    this.#drawn = true;
    this.#chart.replaceChildren(svg);
    this.querySelector('.badge .source')!.textContent = `seed ${choice.seed}`;
    this.querySelector('.readout')!.replaceChildren(phrase(document, readoutOf(reached, choice)));
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(reached, choice)));
  }
}

customElements.define('gradient-distance', GradientDistance);
