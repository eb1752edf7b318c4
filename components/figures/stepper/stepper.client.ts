import { readNumber } from '#lib/walkthrough/readNumber.ts';
import type { InputName, MatrixName } from '#lib/walkthrough/matrices.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { within } from '../../figure/within.ts';
import type { CellView } from './compute.ts';
import type figure from './figure.ts';
import { faultSentence } from './fault-sentence.ts';
import { Flights } from './flights.ts';
import { inField } from './in-field.ts';

type Shown = ReturnType<typeof figure.compute>;
type Change = Parameters<LiveFigure['set']>[0];

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The matrices: fields in, every number and how it was made out. */
export class Stepper extends LiveFigure {
  /** What is wrong with numbers that were typed; the state keeps the last good ones. */
  readonly #faults = new Map<HTMLInputElement, string>();
  /** The field that a reader is writing in, which is not written over. */
  #writing: HTMLInputElement | undefined;
  #met: readonly string[] = [];
  #isTyped = false;
  #isWalked = false;
  /** Whether what is shown next was asked for by a reader who looks at it, and not by a link. */
  #isAsked = false;
  readonly #flights = new Flights();
  #faultsLine!: HTMLElement;
  #newsLine!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#faultsLine = this.querySelector('.faults')!;
    this.#newsLine = this.querySelector('.news')!;
    for (const field of this.querySelectorAll<HTMLInputElement>('td input')) {
      field.readOnly = false;
      field.addEventListener('input', () => void this.#read(field));
      field.addEventListener('change', () => this.#settle(field));
      field.addEventListener('keydown', (event) => moveBetween(field, event));
      field.addEventListener('focus', () => {
        for (const each of field.closest('table')!.querySelectorAll('input')) each.tabIndex = each === field ? 0 : -1;
      });
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>('td button')) {
      button.addEventListener('click', () => void this.#choose(button));
      button.addEventListener('keydown', (event) => this.#move(button, event));
    }
  }

  protected override set(change: Change): void {
    // All inputs at once come from a link or from Reset: what was typed is gone.
    const isWhole = 'X' in change && 'WQ' in change;
    if (isWhole) {
      this.#writing = undefined;
      for (const field of this.#faults.keys()) this.#good(field);
    }
    this.#isAsked = !isWhole && 'chosen' in change;
    this.#isWalked = this.#isAsked && change['chosen'] === undefined;
    super.set(change);
  }

  /** Takes a number over; one that cannot be read is marked, and the figure stays as it was. */
  async #read(field: HTMLInputElement): Promise<void> {
    const text = field.value;
    const number = readNumber(text);
    this.#writing = field;
    await this.begin();
    if (!this.figure) return;
    this.pause();
    const matrix = matrixOf(field) as InputName;
    const { row, column } = placeOf(field);
    if (typeof number === 'object') {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', this.#faultsLine.id);
      this.#faults.set(field, faultSentence({ matrix, row, column }, text, number));
      this.set({});
    } else {
      this.#good(field);
      this.#isTyped = true;
      const numbers = this.state[matrix] as readonly number[];
      const across = field.closest('tr')!.querySelectorAll('input').length;
      this.set({ [matrix]: numbers.with(row * across + column, number) });
    }
  }

  #good(field: HTMLInputElement): void {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    this.#faults.delete(field);
  }

  async #choose(button: HTMLElement): Promise<void> {
    await this.begin();
    if (!this.figure) return;
    this.pause();
    const { row, column } = placeOf(button);
    const { stage } = (this.drawn?.shown ?? {}) as Partial<Shown>;
    this.set({ stage, chosen: `${matrixOf(button)}-${row + 1}-${column + 1}` });
  }

  /** Arrow keys move from number to number within a computed matrix, which is one stop of the tab key. */
  #move(button: HTMLButtonElement, event: KeyboardEvent): void {
    const next = neighbourOf(button, event);
    if (!next) return;
    void this.#choose(next);
    next.focus();
  }

  protected override showOwn(shown: unknown): void {
    const { views, sums, stage, chosen, checks } = shown as Shown;
    for (const control of this.querySelectorAll<HTMLInputElement | HTMLButtonElement>('td > :is(input, button)')) {
      const { row, column } = placeOf(control);
      const view = views[matrixOf(control)][row]![column]!;
      control.parentElement!.className = view.look;
      if (control instanceof HTMLInputElement) this.#showInput(control, view.number);
      else showNumber(control, view);
    }
    this.querySelectorAll('td.sum').forEach((sum, row) => (sum.textContent = sums[row]!.toFixed(2)));
    for (const part of this.querySelectorAll<HTMLElement>('[data-stage]')) {
      part.classList.toggle('later', Number(part.dataset['stage']) > stage);
      if (!part.classList.contains('stage')) continue;
      if (Number(part.dataset['stage']) === stage) part.setAttribute('aria-current', 'step');
      else part.removeAttribute('aria-current');
    }
    for (const { id, met, now } of checks) {
      const item = this.querySelector<HTMLElement>(`[data-challenge=${id}]`)!;
      item.dataset['met'] = String(met);
      item.querySelector('.state')!.textContent = now;
    }
    this.#say(checks.filter(({ met }) => met));
    for (const step of this.querySelectorAll<HTMLElement>('[data-step]'))
      step.hidden = Number(step.dataset['step']) !== stage;
    if (this.#isWalked)
      this.querySelector(`[data-matrix=${chosen?.matrix ?? 'X'}]`)!.scrollIntoView({ block: 'nearest' });
    if (this.#isAsked) this.#flights.begin(this.querySelector('.area')!);
    this.#isWalked = this.#isAsked = false;
  }

  /** Writes a number as the figure does once it is typed. */
  #settle(field: HTMLInputElement): void {
    this.#writing = undefined;
    const number = readNumber(field.value);
    if (typeof number === 'number') field.value = inField(number);
  }

  #showInput(field: HTMLInputElement, number: number): void {
    if (field === this.#writing || this.#faults.has(field) || readNumber(field.value) === number) return;
    field.value = inField(number);
  }

  /** Around what the figure reads out: what is wrong with what was typed, and what was met by it. */
  #say(met: Shown['checks']): void {
    const readout = this.querySelector('.readout')!;
    readout.prepend(this.#faultsLine);
    readout.append(this.#newsLine);
    this.#faultsLine.replaceChildren(...[...this.#faults.values()].map((sentence) => spanOf(sentence)));
    // What a link brings along is nothing the reader has done.
    const news = this.#isTyped ? met.filter(({ id }) => !this.#met.includes(id)) : [];
    this.#newsLine.textContent = news.map(({ task }) => `Challenge met: ${task}`).join(' ');
    this.#met = met.map(({ id }) => id);
    this.#isTyped = false;
  }
}

/** The control of the next cell in the direction of an arrow key: a matrix is one stop of the tab key. */
function neighbourOf(control: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  const step = arrows[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  event.preventDefault();
  const { rows } = control.closest('tbody')!;
  const { row, column } = placeOf(control);
  const { cells } = rows[within(row + step[0], 0, rows.length - 1)]!;
  const controls = [...cells].flatMap((cell) => cell.querySelector<HTMLElement>('button, input') ?? []);
  return controls[within(column + step[1], 0, controls.length - 1)];
}

/** In a field, arrows move within its text first. */
function moveBetween(field: HTMLInputElement, event: KeyboardEvent): void {
  const { selectionStart, selectionEnd, value } = field;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  const edge = { ArrowLeft: 0, ArrowRight: value.length }[event.key];
  if (edge !== undefined && !isWhole && (selectionStart !== edge || selectionEnd !== edge)) return;
  const next = neighbourOf(field, event) as HTMLInputElement | undefined;
  if (next === undefined || next === field) return;
  next.focus();
  next.select();
}

function showNumber(button: HTMLButtonElement, { look, isStop, text, label, style }: CellView): void {
  button.textContent = text;
  button.classList.toggle('long', text.length > 5 || text.includes('e'));
  button.setAttribute('aria-label', label);
  button.setAttribute('aria-pressed', String(look === 'chosen'));
  if (style) button.setAttribute('style', style);
  button.tabIndex = isStop ? 0 : -1;
}

function matrixOf(control: HTMLElement): MatrixName {
  return control.closest<HTMLElement>('[data-matrix]')!.dataset['matrix'] as MatrixName;
}

function placeOf(control: HTMLElement): { readonly row: number; readonly column: number } {
  const cell = control.closest('td')!;
  return { row: (cell.parentElement as HTMLTableRowElement).sectionRowIndex, column: cell.cellIndex - 1 };
}

function spanOf(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
