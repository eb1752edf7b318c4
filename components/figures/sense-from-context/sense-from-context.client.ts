import { listenToMap } from '../../figure/map-pointer.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import type { PairId } from './pairs.ts';
import { state } from './state.ts';

/** The choice of pair is the style sheet's; the script reads out what is pointed at. */
class SenseFromContext extends HTMLElement {
  connectedCallback(): void {
    const say = permalink(this, 'sense-from-context', state, ({ pair }) => {
      this.querySelector<HTMLInputElement>(`[name=sense-pair][value="${pair}"]`)!.checked = true;
      this.#point(undefined);
    });
    whenTouched(this, () => {
      for (const group of this.querySelectorAll<HTMLElement>('.rows, .apart'))
        listenTo(group, (cell) => this.#point(cell));
      this.addEventListener('change', ({ target }) => {
        this.#point(undefined);
        if (target instanceof HTMLInputElement) say({ pair: target.value as PairId });
      });
    });
  }

  #point(cell: HTMLElement | undefined): void {
    for (const old of this.querySelectorAll('.chosen')) old.classList.remove('chosen');
    cell?.classList.add('chosen');
    this.querySelector('.pointed')!.replaceChildren(...(cell ? readoutOf(cell) : []));
  }
}

function listenTo(group: HTMLElement, point: (cell: HTMLElement) => void): void {
  const rows: HTMLElement[][] = [];
  for (const cell of group.querySelectorAll<HTMLElement>('[data-query]'))
    (rows[Number(cell.dataset['query'])] ??= []).push(cell);
  let chosen = { query: 0, key: 0 };
  listenToMap(group, {
    size: () => ({ queries: rows.length, keys: rows[chosen.query]!.length }),
    chosen: () => chosen,
    choose: (query, key) => {
      // Two sentences need not be of one length.
      chosen = { query, key: Math.min(key, rows[query]!.length - 1) };
      point(rows[query]![chosen.key]!);
    },
  });
}

function readoutOf(cell: HTMLElement): (Node | string)[] {
  const text = (from: Element, part: string): string => from.querySelector(part)!.textContent;
  const shared = text(cell.closest('.pair')!, '.step b');
  const number = text(cell, '.number');
  const query = bold(shared, 'query');
  if (cell.classList.contains('cell'))
    return [
      `sentence ${Number(cell.dataset['query']) + 1}: query `,
      query,
      ' attends to key ',
      bold(text(cell, '.word'), 'key'),
      ': ',
      bold(number, 'weights'),
    ];
  const word = bold(text(cell.parentElement!, '.word'), 'output');
  return [
    `sentence ${Number(cell.dataset['key']) + 1}: the output of `,
    query,
    ' has with ',
    word,
    ' a cosine of ',
    bold(number, 'output'),
  ];
}

function bold(text: string, concept: string): HTMLElement {
  const made = document.createElement('b');
  made.textContent = text;
  made.dataset['concept'] = concept;
  return made;
}

customElements.define('sense-from-context', SenseFromContext);
