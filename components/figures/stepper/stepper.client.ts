import { rowSums } from '#lib/analysis/rowSums.ts';
import { attentionSteps, type Steps } from '#lib/walkthrough/attentionSteps.ts';
import type { Cell, ComputedName, MatrixName } from '#lib/walkthrough/matrices.ts';
import { readNumber } from '#lib/walkthrough/readNumber.ts';
import { isAmong, sourcesOf } from '#lib/walkthrough/sources.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { within } from '../../figure/within.ts';
import { challenges, stateOf } from './challenges.ts';
import { isComputed, isInput } from './matrices.ts';
import { atStage, defaults, lastStage, readFrom, stageOf, state, writtenAs, type Stage, type State } from './state.ts';
import { buttonLabel, faultSentence, shadeOf, placeOf, plain, readoutOf, showCell, type Part } from './text.ts';

const pace = 1500;

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The stepper: fields in, every matrix and the arithmetic of one number out. */
class AttentionStepper extends HTMLElement {
  #state: State = defaults;
  #steps: Steps = attentionSteps(defaults);
  #playing: ReturnType<typeof setTimeout> | undefined;
  readonly #faults = new Map<HTMLInputElement, string>();
  readonly #met = new Set<string>();
  #say: (state: State) => void = () => undefined;

  connectedCallback(): void {
    for (const field of this.#fields()) field.readOnly = false;
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#read(target);
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) shorten(target);
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const cell = button && cellOf(button, isComputed);
      if (cell) this.#choose(cell);
      else if (button) this.#press(button.name);
    });
    this.addEventListener('keydown', (event) => this.#move(event));
    const say = permalink(this, 'stepper', state, (said) => {
      this.#stop();
      this.#restore(readFrom(said));
      // What a link brings along is nothing the reader has done.
      this.#find('.news').textContent = '';
    });
    this.#say = (now) => say(writtenAs(now));
    this.dataset['live'] = '';
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #find<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #fields(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll('td input');
  }

  #press(name: string): void {
    const { stage } = this.#state;
    const playing = this.#playing !== undefined;
    this.#stop();
    if (name === 'play' && !playing) this.#play(stage === lastStage ? 1 : stage);
    else if (name === 'back') this.#go(stage - 1);
    else if (name === 'next') this.#go(stage + 1);
    else if (name === 'reset') {
      this.#restore(defaults);
      this.#say(defaults);
    }
  }

  #play(from: number): void {
    this.#go(from);
    if (from >= lastStage) return this.#stop();
    this.#playing = setTimeout(() => this.#play(from + 1), pace);
    this.#find('[name=play]').textContent = 'Pause';
  }

  #stop(): void {
    clearTimeout(this.#playing);
    this.#playing = undefined;
    this.#find('[name=play]').textContent = 'Play';
  }

  #go(stage: number): void {
    if (stage < 1 || stage > lastStage) return;
    this.#show(atStage(stage as Stage));
    this.#find(`[data-matrix=${this.#state.chosen?.matrix ?? 'X'}]`).scrollIntoView({ block: 'nearest' });
  }

  #choose(cell: Cell<ComputedName>): void {
    this.#stop();
    const reached = Math.max(this.#state.stage, stageOf(cell.matrix)) as Stage;
    this.#show({ chosen: cell, stage: reached });
  }

  /** Takes a whole state over, fields and all. */
  #restore(whole: State): void {
    for (const field of this.#fields()) {
      const { matrix, row, column } = cellOf(field, isInput)!;
      field.value = String(whole[matrix][row]![column]);
      shorten(field);
      markGood(field);
    }
    this.#faults.clear();
    this.#met.clear();
    this.#draw(whole);
  }

  /** Takes a number over; one that cannot be read is marked, and the figure stays as it was. */
  #read(field: HTMLInputElement): void {
    this.#stop();
    const cell = cellOf(field, isInput)!;
    // A field of numbers hands out letters as nothing at all.
    const number = field.validity.badInput ? 'not a number' : readNumber(field.value);
    if (typeof number === 'string') {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', 'stepper-faults');
      this.#faults.set(field, faultSentence(cell, number));
      this.#show({});
    } else {
      markGood(field);
      this.#faults.delete(field);
      const { matrix, row, column } = cell;
      const rows = this.#state[matrix];
      this.#show({ [matrix]: rows.with(row, rows[row]!.with(column, number)) });
    }
  }

  /** Arrow keys move from number to number within a computed matrix, which is one stop of the tab key. */
  #move(event: KeyboardEvent): void {
    const step = arrows[event.key];
    const cell = event.target instanceof HTMLButtonElement && cellOf(event.target, isComputed);
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [rows, columns] = this.#steps[cell.matrix].shape as [number, number];
    const next = {
      ...cell,
      row: within(cell.row + step[0], 0, rows - 1),
      column: within(cell.column + step[1], 0, columns - 1),
    };
    this.#choose(next);
    this.#cell(next).querySelector('button')!.focus();
  }

  #cell({ matrix, row, column }: Cell): HTMLTableCellElement {
    return this.#find<HTMLTableElement>(`[data-matrix=${matrix}]`).tBodies[0]!.rows[row]!.cells[column + 1]!;
  }

  #show(change: Partial<State>): void {
    this.#draw({ ...this.#state, ...change });
    this.#say(this.#state);
  }

  #draw(whole: State): void {
    this.#state = whole;
    this.#steps = attentionSteps(this.#state);
    this.#showNumbers();
    this.#showPlace();
    const news = this.#showChallenges();
    const { what, how } = readoutOf(this.#state.chosen, this.#steps);
    this.#find('.faults').replaceChildren(...[...this.#faults.values()].map((sentence) => element('span', sentence)));
    this.#find('.what').replaceChildren(...what.map(nodeOf));
    this.#find('.how').textContent = how;
    this.#find('.news').textContent = news;
  }

  #showNumbers(): void {
    const { chosen } = this.#state;
    const sources = chosen ? sourcesOf(chosen) : [];
    const sums = rowSums(this.#steps.weights.data, this.#steps.weights.shape[1]!);
    this.querySelectorAll('td.sum').forEach((sum, row) => (sum.textContent = sums[row]!.toFixed(2)));
    for (const control of this.querySelectorAll<HTMLElement>('td > :is(input, button)')) {
      const cell = (cellOf(control, isInput) ?? cellOf(control, isComputed))!;
      const here = chosen?.matrix === cell.matrix && chosen.row === cell.row && chosen.column === cell.column;
      control.parentElement!.className = here ? 'chosen' : isAmong(sources, cell) ? 'source' : '';
      const computed = cellOf(control, isComputed);
      if (!computed) continue;
      const { data, shape } = this.#steps[computed.matrix];
      const number = data[cell.row * shape[1]! + cell.column]!;
      const text = showCell(computed.matrix, number);
      control.textContent = text;
      control.classList.toggle('long', text.length > 5 || text.includes('e'));
      control.setAttribute('aria-label', buttonLabel(computed, number));
      control.setAttribute('aria-pressed', String(here));
      if (cell.matrix === 'weights') control.setAttribute('style', shadeOf(number));
      if (chosen?.matrix === cell.matrix) control.tabIndex = here ? 0 : -1;
    }
  }

  #showPlace(): void {
    const { stage } = this.#state;
    for (const part of this.querySelectorAll<HTMLElement>('[data-stage]')) {
      part.classList.toggle('later', Number(part.dataset['stage']) > stage);
      if (!part.classList.contains('stage')) continue;
      if (Number(part.dataset['stage']) === stage) part.setAttribute('aria-current', 'step');
      else part.removeAttribute('aria-current');
    }
    this.#find('.place').textContent = placeOf(stage);
    // Not `disabled`, which would take the focus off a button while it is being pressed.
    this.#find('[name=back]').setAttribute('aria-disabled', String(stage === 1));
    this.#find('[name=next]').setAttribute('aria-disabled', String(stage === lastStage));
  }

  /** @returns What is new: the challenges that are met now and were not before. */
  #showChallenges(): string {
    const news: string[] = [];
    for (const { id, task, check } of challenges) {
      const result = check(this.#steps);
      const item = this.#find<HTMLElement>(`[data-challenge=${id}]`);
      item.dataset['met'] = String(result.met);
      item.querySelector('.state')!.textContent = stateOf(result);
      if (result.met && !this.#met.has(id)) news.push(`Challenge met: ${plain(task)}`);
      if (result.met) this.#met.add(id);
      else this.#met.delete(id);
    }
    return news.join(' ');
  }
}

/** Which number a field or button of a matrix holds, if it is one of the kind asked for. */
function cellOf<Name extends MatrixName>(
  control: HTMLElement,
  kind: (name: MatrixName) => name is Name,
): Cell<Name> | undefined {
  const cell = control.closest('td');
  const matrix = control.closest<HTMLElement>('[data-matrix]')?.dataset['matrix'] as MatrixName | undefined;
  if (!cell || !matrix || !kind(matrix)) return undefined;
  return { matrix, row: (cell.parentElement as HTMLTableRowElement).sectionRowIndex, column: cell.cellIndex - 1 };
}

function markGood(field: HTMLInputElement): void {
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
}

/** Writes 1000000 as 1e6 once it is typed: a cell has no room for more. */
function shorten(field: HTMLInputElement): void {
  const short = field.value === '' ? '' : Number(field.value).toExponential().replace('+', '');
  if (field.value.length > 5 && short.length < field.value.length) field.value = short;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function nodeOf(part: Part): Node | string {
  if (typeof part === 'string') return part;
  const made = element('b', part.text);
  made.dataset['concept'] = part.concept;
  return made;
}

customElements.define('attention-stepper', AttentionStepper);
