import { listenToPlane } from '../../figure/plane-handles.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { defaultsOf } from '../../figure/state/state.ts';
import { blend } from '../../plots/blend.ts';
import { showNumber } from '../../plots/number.ts';
import { shareOf } from '../../plots/plane.ts';
import { blendOf, extent, pointsOf, readoutOf, tableOf, type Choice } from './blended.ts';
import { limit, state, step } from './state.ts';

/** Values that can be moved and scores that can be set: the output never leaves their hull. */
class ConvexHull extends HTMLElement {
  #choice: Choice = defaultsOf(state);
  #held: number | undefined;
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;
  #handles: readonly HTMLElement[] = [];
  #sliders: readonly HTMLInputElement[] = [];

  connectedCallback(): void {
    this.#handles = [...this.querySelectorAll<HTMLElement>('.handle')];
    this.#sliders = [...this.querySelectorAll<HTMLInputElement>('[type=range]')];
    const say = permalink(this, 'convex-hull', state, (choice) => this.#show(choice));
    const change = (choice: Partial<Choice>): void => {
      this.#show({ ...this.#choice, ...choice });
      say(this.#choice);
    };
    const movables = this.#handles.map((handle, key) => ({
      handle,
      at: () => pointsOf(this.#choice)[key]!,
      move: ([x, y]: readonly [number, number]) =>
        change({ values: this.#choice.values.with(2 * key, x).with(2 * key + 1, y) }),
      take: () => {
        this.#held = key;
        this.#show(this.#choice);
      },
    }));
    listenToPlane(this.querySelector('.plane')!, movables, { extent, limit, step, reach: 30 });
    this.addEventListener('input', () => change({ scores: this.#sliders.map((slider) => slider.valueAsNumber) }));
    this.querySelector('.again')!.addEventListener('click', () => change(defaultsOf(state)));
    onRedraw(this, () => this.#drawn && this.#show(this.#choice));
    this.dataset['live'] = '';
  }

  #show(choice: Choice): void {
    this.#choice = choice;
    this.#drawn = true;
    pointsOf(choice).forEach(([x, y], key) => {
      const handle = this.#handles[key]!;
      handle.setAttribute('aria-valuenow', String(x));
      handle.setAttribute('aria-valuetext', `${showNumber(x, 1)} across, ${showNumber(y, 1)} up`);
      handle.style.left = `${100 * shareOf(x, extent)}%`;
      handle.style.bottom = `${100 * shareOf(y, extent)}%`;
    });
    this.#sliders.forEach((slider, key) => {
      slider.value = String(choice.scores[key]);
      slider.closest('label')!.querySelector('output')!.textContent = showNumber(choice.scores[key]!, 1);
    });
    const host = this.querySelector<HTMLElement>('.drawn')!;
    const svg = blend(blendOf(choice, this.#held), { document, width: host.clientWidth });
    svg.setAttribute('aria-hidden', 'true');
    host.replaceChildren(svg);
    this.querySelector('.readout')!.replaceChildren(phrase(document, readoutOf(choice)));
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(choice)));
  }
}

customElements.define('convex-hull', ConvexHull);
