import { runIds } from '#lib/complexity/runs.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { showBytes, showWhole } from '../../plots/quantity.ts';
import { tellsMemory, workerMemory } from './browser-memory.ts';
import { chartOf, headsOf, keyOf, progressOf, sentenceOf, titleOf } from './lab.ts';
import { recordedRun, type Measured, type Point } from './measured.ts';
import type { Ask, Told } from './protocol.ts';
import { state as schema, type State } from './state.ts';
import { tableOf } from './table.ts';

/** Times the library in a worker of the reader's browser; until then it shows a recorded run. */
class ComplexityLab extends HTMLElement {
  #measured: Measured = recordedRun;
  #worker: Worker | undefined;
  /** What the browser said that the worker held, in words. */
  #held = '';
  #frame = 0;
  #live = false;

  connectedCallback(): void {
    const say = permalink(this, 'complexity-lab', schema, (state) => {
      this.#begin();
      this.#set(state);
      this.#update();
    });
    this.addEventListener('input', () => {
      say(this.#state);
      this.#update();
    });
    whenTouched(this, () => this.#begin());
  }

  disconnectedCallback(): void {
    this.#worker?.terminate();
  }

  #begin(): void {
    if (this.#live) return;
    this.#live = true;
    this.#find('.measure').addEventListener('click', () => this.#measure());
    this.#find('.stop').addEventListener('click', () =>
      this.#end(`Stopped after ${showWhole(this.#measured.points.length)} points; they stay.`),
    );
    onRedraw(this, () => this.#draw());
    this.dataset['live'] = '';
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  get #state(): State {
    const chosen = (name: string): string =>
      this.#find<HTMLInputElement>(`[name=complexity-lab-${name}]:checked`).value;
    const shown = Object.fromEntries(runIds.map((id) => [id, this.#find<HTMLInputElement>(`[name=${id}]`).checked]));
    return { ...shown, quantity: chosen('quantity'), d: chosen('d') } as State;
  }

  #set(state: State): void {
    for (const id of runIds) this.#find<HTMLInputElement>(`[name=${id}]`).checked = state[id];
    for (const name of ['quantity', 'd'] as const)
      this.#find<HTMLInputElement>(`[name=complexity-lab-${name}][value="${state[name]}"]`).checked = true;
  }

  #measure(): void {
    this.#worker?.terminate();
    const d = Number(this.#state.d);
    const threads = navigator.hardwareConcurrency;
    this.#measured = { where: `this browser, ${threads} ${threads === 1 ? 'thread' : 'threads'}`, d, points: [] };
    this.#held = '';
    this.#find<HTMLButtonElement>('.stop').disabled = false;
    this.#tell('The first runs warm the code up …');
    const worker = new Worker(new URL('./complexity-lab.worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      // A message that was on its way when the reader pressed Stop.
      if (this.#worker === worker) this.#hear(data);
    });
    worker.addEventListener('error', () => {
      if (this.#worker === worker)
        this.#end('The part of the page that measures could not start. Reload the page, then try again.');
    });
    worker.postMessage({ d, limit: Number(this.dataset['limit']), hold: tellsMemory() } satisfies Ask);
    this.#update();
  }

  #hear(told: Told): void {
    if (told.type === 'trial') this.#tell(progressOf(told));
    else if (told.type === 'point') this.#add(told);
    else if (told.type === 'holding') void this.#ask(told.n);
    else this.#end(this.#done);
  }

  get #done(): string {
    return `Done: ${showWhole(this.#measured.points.length)} points measured in this browser.`;
  }

  #add({ id, n, ms, repeats }: Point): void {
    this.#measured = { ...this.#measured, points: [...this.#measured.points, { id, n, ms, repeats }] };
    this.#update();
  }

  async #ask(n: number): Promise<void> {
    const worker = this.#worker;
    this.#tell('Asking this browser what the worker holds …');
    const bytes = await workerMemory();
    if (this.#worker !== worker) return;
    if (bytes !== undefined)
      this.#held = ` This browser says that the worker held ${showBytes(bytes)}, with the weights of ${showWhole(n)} positions among it.`;
    this.#end(this.#done);
  }

  #end(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#find<HTMLButtonElement>('.stop').disabled = true;
    this.#tell(message);
    this.#update();
  }

  #tell(message: string): void {
    const line = this.#find('.progress');
    line.hidden = false;
    line.textContent = message;
  }

  #update(): void {
    const [state, measured] = [this.#state, this.#measured];
    const isTime = state.quantity === 'time';
    const badge = this.#find('.badge');
    badge.dataset['badge'] = isTime ? 'measured' : 'computed';
    badge.firstChild!.textContent = badge.dataset['badge']!;
    this.#find('.source').textContent = isTime ? measured.where : 'bytes counted';
    this.#find('.measure').textContent = this.#worker ? 'Measure again' : 'Measure in this browser';
    this.#find('.pane-title').textContent = titleOf(state, measured);

    const heads = this.querySelectorAll('.key thead th');
    headsOf(state).forEach((head, i) => (heads[i]!.textContent = head));
    for (const id of runIds) {
      const row = this.#find(`[data-run=${id}]`);
      const { value, remark, theory } = keyOf(state, measured, id);
      row.querySelector('.value')!.textContent = value;
      row.querySelector('.remark')!.textContent = remark;
      row.querySelector('.theory')!.textContent = theory;
    }
    // Told once a measurement is over: a sentence that changes at every point is heard at every point.
    if (!this.#worker) {
      const sentence = this.#sentence(state);
      const readout = this.#find('.readout');
      if (readout.textContent.trim() !== sentence) readout.textContent = sentence;
    }
    this.#find('.numbers table').replaceWith(tableOf(document, measured));
    this.#draw();
  }

  #sentence(state: State): string {
    const said = sentenceOf(state, this.#measured);
    if (state.quantity === 'memory')
      return `${said}${this.#held || ' This browser does not tell what a run holds, so nothing beside it is measured.'}`;
    const isOther = Number(state.d) !== this.#measured.d;
    return isOther ? `${said} These were measured at d = ${this.#measured.d}: press Measure for d = ${state.d}.` : said;
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#redraw());
  }

  async #redraw(): Promise<void> {
    const { timings } = await import('../../plots/timings.ts');
    const chart = this.#find('.chart');
    const svg = timings(chartOf(this.#state, this.#measured), { document, width: chart.clientWidth });
    svg.setAttribute('role', 'img');
    svg.setAttribute(
      'aria-label',
      `${titleOf(this.#state, this.#measured)}, against the sequence length, both axes logarithmic. The numbers stand below.`,
    );
    chart.replaceChildren(svg);
  }
}

customElements.define('complexity-lab', ComplexityLab);
