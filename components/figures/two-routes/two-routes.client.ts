import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { within } from '../../figure/within.ts';
import { routes } from '../../plots/routes.ts';
import { captionOf, routesOf, sentenceOf, tableOf, windowOf, type Journey } from './journey.ts';
import { stateOf } from './state.ts';
import { travel } from './travel.ts';

const keys: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

/** Two words, two routes between them. */
class TwoRoutes extends HTMLElement {
  #words: readonly string[] = [];
  #journey = new AbortController();
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;
  #say = (): void => undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words']!) as string[];
    let begun = false;
    const begin = (): void => {
      if (begun) return;
      begun = true;
      this.addEventListener('input', () => this.#changed());
      this.querySelector('.show')!.addEventListener('click', () => this.#show());
      this.#listenTo(this.#find('.ways'));
      onRedraw(this, () => this.#drawn && this.#draw());
      this.dataset['live'] = '';
    };
    const say = permalink(this, 'two-routes', stateOf(this.#words.length), ({ from, to, window }) => {
      this.#field('from').value = String(from - 1);
      this.#field('to').value = String(to - 1);
      this.#field('window').value = String(window);
      begin();
      this.#update();
    });
    this.#say = () => {
      const { from, to, window } = this.#state;
      say({ from: from + 1, to: to + 1, window });
    };
    whenTouched(this, begin);
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #field(name: 'from' | 'to' | 'window'): HTMLSelectElement | HTMLInputElement {
    return this.#find(`[name=${name}]`);
  }

  #choose(name: 'from' | 'to', word: number): void {
    const chosen = String(within(word, 0, this.#words.length - 1));
    if (this.#field(name).value === chosen) return;
    this.#field(name).value = chosen;
    this.#changed();
  }

  /** A tap chooses where the message arrives; a drag from word to word, both ends. */
  #listenTo(drawing: HTMLElement): void {
    let pressed: number | undefined;
    const wordAt = ({ target }: PointerEvent): number | undefined => {
      const word = target instanceof Element ? target.closest<SVGElement>('[data-word]')?.dataset['word'] : undefined;
      return word === undefined ? undefined : Number(word);
    };
    drawing.addEventListener('pointerdown', (event) => {
      pressed = wordAt(event);
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
    });
    drawing.addEventListener('pointermove', (event) => {
      const word = wordAt(event);
      if (event.buttons !== 1 || pressed === undefined || word === undefined || word === pressed) return;
      this.#choose('from', pressed);
      this.#choose('to', word);
    });
    drawing.addEventListener('pointerup', (event) => {
      const word = wordAt(event);
      if (word !== undefined && word === pressed && String(word) !== this.#field('from').value)
        this.#choose('to', word);
      pressed = undefined;
    });
    drawing.addEventListener('keydown', (event) => {
      const step = keys[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const end = event.shiftKey ? 'from' : 'to';
      this.#choose(end, Number(this.#field(end).value) + step);
    });
  }

  get #state(): Journey {
    const value = (name: 'from' | 'to' | 'window'): number => Number(this.#field(name).value);
    return { words: this.#words, from: value('from'), to: value('to'), window: value('window') };
  }

  #changed(): void {
    this.#say();
    this.#update();
  }

  #update(): void {
    const journey = this.#state;
    const seen = windowOf(journey);
    this.#field('window').setAttribute('aria-valuetext', seen);
    this.#find('output').textContent = seen;
    const readout = this.#find('.readout');
    const sentence = sentenceOf(journey);
    if (readout.textContent.trim() !== sentence) readout.textContent = sentence;
    const table = this.#find<HTMLTableElement>('.numbers table');
    table.caption!.textContent = captionOf(journey);
    tableOf(journey).forEach((cells, row) => {
      cells.forEach((text, column) => (table.tBodies[0]!.rows[row]!.cells[column + 1]!.textContent = text));
    });
    this.#draw();
  }

  #draw(): void {
    this.#journey.abort();
    this.#drawn = true;
    const drawing = this.#find('.ways');
    const svg = routes(routesOf(this.#state), { document, width: drawing.clientWidth });
    svg.setAttribute('aria-hidden', 'true');
    drawing.replaceChildren(svg);
  }

  #show(): void {
    this.#draw();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#journey = new AbortController();
    travel(this.querySelector('svg')!, this.#journey.signal);
  }
}

customElements.define('two-routes', TwoRoutes);
