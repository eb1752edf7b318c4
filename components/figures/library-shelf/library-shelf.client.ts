import { listenToPlane, snap } from '../../figure/plane-handles.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { showNumber } from '../../plots/number.ts';
import { plane, shareOf } from '../../plots/plane.ts';
import { shelf } from '../../plots/shelf.ts';
import { showWeight } from '../../plots/weight.ts';
import { ask, extent, limit, placeInWords, questions, readoutOf, step, type Place } from './library.ts';
import { planeOf } from './plane-of.ts';
import { state } from './state.ts';

/** What the build drew at; a narrower column gets a drawing of its own. */
const drawnAt = 344;

/** The library: a question moved about a plane of topics, and the shelf that answers it. */
class LibraryShelf extends HTMLElement {
  #at: Place = questions[0]!.at;

  connectedCallback(): void {
    const move = (at: Place): void => {
      this.#move(at);
      say({ at });
    };
    listenToPlane(this.#find('.plane'), [{ handle: this.#find('.handle'), at: () => this.#at, move }], {
      extent,
      limit,
      step,
      reach: Infinity,
    });
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) move([this.#slider('x').valueAsNumber, this.#slider('y').valueAsNumber]);
      else if (target instanceof HTMLSelectElement && questions[Number(target.value)])
        move(questions[Number(target.value)]!.at);
    });
    onRedraw(this, () => this.#draw());
    // Before the address is read, which has the last word: a browser may have kept the controls as they were when the reader left.
    this.#move([this.#slider('x').valueAsNumber, this.#slider('y').valueAsNumber]);
    // A link may stand between the steps.
    const say = permalink(this, 'library-shelf', state, ({ at: [x, y] }) =>
      this.#move([snap(x!, { limit, step }), snap(y!, { limit, step })]),
    );
    this.dataset['live'] = '';
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #slider(name: 'x' | 'y'): HTMLInputElement {
    return this.#find<HTMLInputElement>(`input[name=${name}]`);
  }

  #move(at: Place): void {
    this.#at = at;
    const [x, y] = at;
    for (const [name, value, place] of [
      ['x', x, [x, 0]],
      ['y', y, [0, y]],
    ] as const) {
      const slider = this.#slider(name);
      slider.value = String(value);
      slider.setAttribute('aria-valuetext', placeInWords(place));
    }
    const known = questions.findIndex((question) => question.at[0] === x && question.at[1] === y);
    this.#find<HTMLSelectElement>('select').value = known < 0 ? 'own' : String(known);
    const handle = this.#find('.handle');
    handle.setAttribute('aria-valuenow', String(x));
    handle.setAttribute('aria-valuetext', placeInWords(at));
    handle.style.left = `${100 * shareOf(x, extent)}%`;
    handle.style.bottom = `${100 * shareOf(y, extent)}%`;
    this.#draw();
  }

  #draw(): void {
    const found = ask(this.#at);
    const drawn = this.#find('.drawn');
    const plain = plane(planeOf(this.#at), { document, width: Math.min(drawnAt, drawn.clientWidth) });
    plain.setAttribute('aria-hidden', 'true');
    drawn.replaceChildren(plain);

    const host = this.#find('.shelf');
    const before = host.querySelector('svg')!;
    const svg = shelf(found, { document, width: Math.min(drawnAt, host.clientWidth) });
    for (const name of ['role', 'aria-label']) svg.setAttribute(name, before.getAttribute(name)!);
    before.replaceWith(svg);

    this.#find('.readout').replaceChildren(
      ...readoutOf(found).map(([text, concept]) => {
        if (!concept) return text;
        const run = document.createElement('b');
        run.dataset['concept'] = concept;
        run.textContent = text;
        return run;
      }),
    );
    const rows = [
      ...found.books.map(({ match, scaled, weight, pages }) => [
        showNumber(match),
        showNumber(scaled),
        showWeight(weight),
        ...pages.map(String),
      ]),
      ['', '', found.sum.toFixed(2), ...found.answer.map((count) => count.toFixed(1))],
    ];
    this.querySelectorAll('tbody tr').forEach((row, index) => {
      row.querySelectorAll('td').forEach((cell, column) => (cell.textContent = rows[index]![column]!));
    });
  }
}

customElements.define('library-shelf', LibraryShelf);
