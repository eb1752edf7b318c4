import { numberTable } from '../../figure/number-table.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { state, type State } from './state.ts';

/** One recorded run of the bench, a case at a time. */
class FastAttention extends HTMLElement {
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;

  connectedCallback(): void {
    const say = permalink(this, 'fast-attention', state, (said) => {
      for (const name of ['size', 'asks'] as const) this.#radio(name, `[value="${said[name]}"]`).checked = true;
      void this.#draw();
    });
    this.addEventListener('input', () => {
      say(this.#state);
      void this.#draw();
    });
    onRedraw(this, () => this.#drawn && void this.#draw());
    this.dataset['live'] = '';
  }

  #radio(name: keyof State, which: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`[name="fast-attention-${name}"]${which}`)!;
  }

  get #state(): State {
    const [size, asks] = (['size', 'asks'] as const).map((name) => this.#radio(name, ':checked').value);
    return { size, asks } as State;
  }

  async #draw(): Promise<void> {
    const [{ chartOf, sentenceOf, tableOf }, { ratios }] = await Promise.all([
      import('./race.ts'),
      import('../../plots/ratios.ts'),
    ]);
    const chart = this.querySelector<HTMLElement>('.chart')!;
    const before = chart.querySelector('svg')!;
    const svg = ratios(chartOf(this.#state), { document, width: chart.clientWidth });
    for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
    this.#drawn = true;
    chart.replaceChildren(svg);
    this.querySelector('.readout')!.textContent = sentenceOf(this.#state);
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(this.#state)));
  }
}

customElements.define('fast-attention', FastAttention);
