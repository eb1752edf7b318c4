import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { reachCone } from '../../plots/reach-cone.ts';
import { coneOf, readoutOf, tableOf, windowOf, type Choice } from './reached.ts';
import { state } from './state.ts';

/** What one word can come from, through layers that see a few words to either side. */
class LocalWindow extends HTMLElement {
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;

  connectedCallback(): void {
    const say = permalink(this, 'local-window', state, (choice) => {
      for (const name of ['side', 'layers', 'input'] as const) this.#control(name).value = String(choice[name]);
      this.#update();
    });
    const change = (): void => {
      this.#update();
      say(this.#choice);
    };
    this.addEventListener('input', change);
    this.querySelector('.cone')!.addEventListener('click', ({ target }) => {
      const position =
        target instanceof Element ? target.closest<SVGElement>('[data-position]')?.dataset['position'] : undefined;
      if (position === undefined) return;
      this.#control('input').value = position;
      change();
    });
    onRedraw(this, () => this.#drawn && this.#update());
    this.dataset['live'] = '';
  }

  #control(name: keyof Choice): HTMLInputElement | HTMLSelectElement {
    return this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)!;
  }

  get #choice(): Choice {
    const value = (name: keyof Choice): number => Number(this.#control(name).value);
    return { side: value('side'), layers: value('layers'), input: value('input') };
  }

  #update(): void {
    const choice = this.#choice;
    this.#drawn = true;
    this.querySelector('[name=seen]')!.textContent = windowOf(choice);
    this.querySelector('[name=stacked]')!.textContent = String(choice.layers);
    this.#control('side').setAttribute('aria-valuetext', windowOf(choice));
    const host = this.querySelector<HTMLElement>('.cone')!;
    const label = host.querySelector('svg')!.getAttribute('aria-label')!;
    const svg = reachCone(coneOf(choice), { document, width: host.clientWidth });
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    host.replaceChildren(svg);
    this.querySelector('.readout')!.replaceChildren(phrase(document, readoutOf(choice)));
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(choice)));
  }
}

customElements.define('local-window', LocalWindow);
