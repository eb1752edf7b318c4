import { targets, type TargetId } from '#lib/planar/targets.ts';
import type { Arrow, PlanarHead } from '#lib/planar/arrows.ts';
import { listenToPlane } from '../../figure/plane-handles.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { directions } from '../../plots/directions.ts';
import { mapPair } from '../../plots/map-pair.ts';
import { plane, shareOf } from '../../plots/plane.ts';
import type { Surface } from '../../plots/surface.ts';
import { showWeight } from '../../plots/weight.ts';
import {
  all,
  arrowOf,
  extent,
  limit,
  placeInWords,
  planeOf,
  positionOf,
  readoutOf,
  start,
  step,
  verdictOf,
  withArrow,
  words,
  type Chosen,
} from './game.ts';
import { gameOf, sayGame, state } from './state.ts';

/** What the build drew at; a narrower column gets drawings of its own. */
const drawnAt = 344;
/** A finger's width, in pixels, and as long as arrows take to get to an answer, in milliseconds. */
const reach = 30;
const travel = 250;

/** The reader moves the arrows of a head; the figure shows the map they make, and how far it is off. */
class BeTheHead extends HTMLElement {
  #head = start;
  #target: TargetId = 'itself';
  #chosen: Chosen = { kind: 'query', word: 1 };
  #journey = 0;
  #say = (): void => undefined;

  connectedCallback(): void {
    const handles = this.querySelectorAll<HTMLElement>('.handle');
    listenToPlane(
      this.#find('.plane'),
      all.map((each, index) => ({
        handle: handles[index]!,
        at: () => arrowOf(this.#head, each),
        move: (to) => this.#move(each, to),
        take: () => this.#choose(each),
      })),
      { extent, limit, step, reach },
    );
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#choose(all[Number(target.value)]!);
      if (!(target instanceof HTMLInputElement) || target.type !== 'range') return;
      const [x, y] = arrowOf(this.#head, this.#chosen);
      this.#move(this.#chosen, target.name === 'x' ? [target.valueAsNumber, y] : [x, target.valueAsNumber]);
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'target') {
        this.#aim(target.value as TargetId);
        this.#say();
      }
    });
    this.#find('button[name=answer]').addEventListener('click', () => this.#go(targets[this.#target].best));
    this.#find('button[name=reset]').addEventListener('click', () => this.#go(start));
    onRedraw(this, () => this.#draw());
    // A browser may have kept the controls as they were when the reader left.
    this.#aim(this.#find<HTMLInputElement>('input[name=target]:checked').value as TargetId);
    const say = permalink(this, 'be-the-head', state, (said) => {
      cancelAnimationFrame(this.#journey);
      const { head, target, chosen } = gameOf(said);
      [this.#head, this.#chosen] = [head, chosen];
      this.#find<HTMLInputElement>(`input[name=target][value=${target}]`).checked = true;
      this.#aim(target);
    });
    this.#say = () => say(sayGame({ head: this.#head, target: this.#target, chosen: this.#chosen }));
    this.dataset['live'] = '';
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #aim(target: TargetId): void {
    this.#target = target;
    this.#find('button[name=answer]').textContent = targets[target].reachable ? 'Show one answer' : 'Show the nearest';
    this.#draw();
  }

  #choose(chosen: Chosen): void {
    this.#chosen = chosen;
    this.#draw();
    this.#say();
  }

  #move(which: Chosen, to: Arrow): void {
    cancelAnimationFrame(this.#journey);
    this.#head = withArrow(this.#head, which, to);
    this.#draw();
    this.#say();
  }

  /** Takes all arrows somewhere else, in sight of the reader unless they would rather not. */
  #go(to: PlanarHead): void {
    cancelAnimationFrame(this.#journey);
    const from = this.#head;
    const between = (a: readonly Arrow[], b: readonly Arrow[], share: number): Arrow[] =>
      a.map(([x, y], index) => [x + (b[index]![0] - x) * share, y + (b[index]![1] - y) * share]);
    const began = performance.now();
    const advance = (now: number): void => {
      const share = Math.max(0, (now - began) / travel);
      const there = share >= 1 || matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.#head = there
        ? to
        : { queries: between(from.queries, to.queries, share), keys: between(from.keys, to.keys, share) };
      this.#draw();
      if (there) this.#say();
      else this.#journey = requestAnimationFrame(advance);
    };
    advance(began);
  }

  #draw(): void {
    const position = positionOf(this.#head, this.#target);
    this.#place('.drawn', (surface) => plane(planeOf(this.#head, this.#chosen), surface));
    this.#place('.maps', (surface) => mapPair(position.maps, surface));
    this.#place('.directions', (surface) => directions(position.directions, surface));

    const verdict = this.#find('.verdict');
    verdict.textContent = verdictOf(position);
    verdict.dataset['met'] = String(position.met);
    this.#find('.readout').replaceChildren(
      ...readoutOf(position).map(([text, concept]) => {
        if (!concept) return text;
        const run = document.createElement('b');
        run.dataset['concept'] = concept;
        run.textContent = text;
        return run;
      }),
    );
    this.#controls();
    this.#numbers(position);
  }

  /** Puts a new drawing in place of the old, under the same label. */
  #place(selector: string, draw: (surface: Surface) => SVGSVGElement): void {
    const host = this.#find(selector);
    const before = host.querySelector('svg')!;
    const svg = draw({ document, width: Math.min(drawnAt, host.clientWidth) });
    for (const name of ['role', 'aria-label', 'aria-hidden']) {
      const value = before.getAttribute(name);
      if (value !== null) svg.setAttribute(name, value);
    }
    before.replaceWith(svg);
  }

  #controls(): void {
    const handles = this.querySelectorAll<HTMLElement>('.handle');
    for (const [index, each] of all.entries()) {
      const [x, y] = arrowOf(this.#head, each);
      const handle = handles[index]!;
      handle.style.left = `${100 * shareOf(x, extent)}%`;
      handle.style.bottom = `${100 * shareOf(y, extent)}%`;
      handle.setAttribute('aria-valuenow', String(x));
      handle.setAttribute('aria-valuetext', placeInWords([x, y]));
      if (each.kind !== this.#chosen.kind || each.word !== this.#chosen.word) continue;
      this.#find<HTMLSelectElement>('select').value = String(index);
      this.#find<HTMLInputElement>('input[name=x]').value = String(x);
      this.#find<HTMLInputElement>('input[name=y]').value = String(y);
    }
  }

  #numbers({ weights, wanted, directions: { yours, needed } }: ReturnType<typeof positionOf>): void {
    const n = words.length;
    const ofRow = (map: Float32Array, query: number): string[] =>
      [...map.subarray(query * n, (query + 1) * n)].map(showWeight);
    const rows = [
      ...words.map((_, query) => [...ofRow(weights, query), ...ofRow(wanted, query)]),
      [yours, needed].flatMap((values) => words.map((_, index) => values?.[index]?.toFixed(2) ?? '–')),
    ];
    this.querySelectorAll('tbody tr').forEach((row, index) => {
      row.querySelectorAll('td').forEach((cell, column) => (cell.textContent = rows[index]![column]!));
    });
  }
}

customElements.define('be-the-head', BeTheHead);
