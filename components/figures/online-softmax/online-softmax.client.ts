import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { within } from '../../figure/within.ts';
import { runningRow } from '../../plots/running-row.ts';
import { state, type RowName } from './state.ts';
import { drawnOf, readoutOf, stopOf, stopsOf, tableOf, type Choice } from './walk.ts';

/** Milliseconds a stop stands while it plays: time to read its numbers. */
const stay = 1400;

/** One row of scores, a tile at a time. */
class OnlineSoftmax extends HTMLElement {
  #stop = state.stop.fallback;
  #playing: ReturnType<typeof setTimeout> | undefined;
  /** Whether the drawing is the script's own by now, and no longer the build's. */
  #drawn = false;

  connectedCallback(): void {
    const say = permalink(this, 'online-softmax', state, ({ row, tile, stop }) => {
      this.#select.value = row;
      this.querySelector<HTMLInputElement>(`[type=radio][value="${tile}"]`)!.checked = true;
      this.#stop = stop;
      this.#pause();
      this.#update();
    });
    const go = (stop: number): void => {
      this.#stop = within(stop, 1, stopsOf(this.#choice));
      const { row, tile } = this.#choice;
      say({ row, tile: tile === 1 ? '1' : tile === 2 ? '2' : '4', stop: this.#stop });
      this.#update();
    };
    const play = (): void => {
      this.#playing = setTimeout(() => {
        go(this.#stop + 1);
        if (this.#stop < stopsOf(this.#choice)) play();
        else this.#pause();
      }, stay);
    };
    this.addEventListener('change', () => {
      this.#pause();
      go(this.#stop);
    });
    this.#button('back').addEventListener('click', () => {
      this.#pause();
      go(this.#stop - 1);
    });
    this.#button('next').addEventListener('click', () => {
      this.#pause();
      go(this.#stop + 1);
    });
    this.#button('play').addEventListener('click', () => {
      if (this.#playing !== undefined) return this.#pause();
      if (this.#stop === stopsOf(this.#choice)) go(1);
      this.#button('play').textContent = 'Pause';
      play();
    });
    this.querySelector('.trace')!.addEventListener('click', ({ target }) => {
      const stop = target instanceof Element ? target.closest<SVGElement>('[data-stop]')?.dataset['stop'] : undefined;
      if (stop === undefined) return;
      this.#pause();
      go(Number(stop) + 1);
    });
    onRedraw(this, () => this.#drawn && this.#update());
    this.dataset['live'] = '';
  }

  disconnectedCallback(): void {
    this.#pause();
  }

  #button(name: 'back' | 'next' | 'play'): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`button.${name}`)!;
  }

  get #select(): HTMLSelectElement {
    return this.querySelector<HTMLSelectElement>('[name=row]')!;
  }

  get #choice(): Choice {
    return {
      row: this.#select.value as RowName,
      tile: Number(this.querySelector<HTMLInputElement>('[type=radio]:checked')!.value),
      stop: this.#stop,
    };
  }

  #pause(): void {
    clearTimeout(this.#playing);
    this.#playing = undefined;
    this.#button('play').textContent = 'Play';
  }

  #update(): void {
    const choice = this.#choice;
    this.#drawn = true;
    this.#stop = stopOf(choice);
    // Not disabled, which would take the focus away from a reader who steps by keyboard.
    this.#button('back').setAttribute('aria-disabled', String(this.#stop === 1));
    this.#button('next').setAttribute('aria-disabled', String(this.#stop === stopsOf(choice)));
    const host = this.querySelector<HTMLElement>('.trace')!;
    const before = host.querySelector('svg')!;
    const svg = runningRow(drawnOf(choice), { document, width: host.clientWidth });
    svg.setAttribute('role', 'img');
    svg.setAttribute(
      'aria-label',
      before.getAttribute('aria-label')!.replace(/in \d+ tiles/, `in ${stopsOf(choice)} tiles`),
    );
    host.replaceChildren(svg);
    this.querySelector('.readout')!.replaceChildren(phrase(document, readoutOf(choice)));
    this.querySelector('.numbers .scroll')!.replaceChildren(numberTable(document, tableOf(choice)));
  }
}

customElements.define('online-softmax', OnlineSoftmax);
