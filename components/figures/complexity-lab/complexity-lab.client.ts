import { runIds } from '#lib/complexity/runs.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { showBytes, showWhole } from '../../plots/quantity.ts';
import { tellsMemory, workerMemory } from './browser-memory.ts';
import { progressOf, recordedMeasurement, type Measurement, type Point, type Shown } from './compute.ts';
import { onDeath } from '../../worker-life.ts';
import type { Ask, Told } from './protocol.ts';

/** Milliseconds that one run may take. */
const limit = 2000;

/** Times the library in a worker of the reader's browser; until then it shows a recorded run. */
export class ComplexityLab extends LiveFigure {
  #measurement = recordedMeasurement;
  #worker: Worker | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.querySelector('.measure')!.addEventListener('click', () => void this.#measure());
    this.querySelector('.stop')!.addEventListener('click', () => {
      if (this.#measurement.isRunning)
        this.#end(`Stopped after ${showWhole(this.#measurement.measured.points.length)} points; they stay.`);
    });
    this.querySelector('.recorded')!.addEventListener('click', () => {
      if (this.#measurement.measured === recordedMeasurement.measured) return;
      this.#end('');
      this.#know(recordedMeasurement);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#worker?.terminate();
  }

  protected override read(): unknown {
    return this.#measurement;
  }

  protected override isAsBuilt(reading: unknown): boolean {
    return reading === recordedMeasurement;
  }

  protected override showOwn(shown: unknown): void {
    const state = shown as Shown;
    for (const id of runIds) this.querySelector<HTMLInputElement>(`[data-field=${id}]`)!.checked = state[id];
  }

  #know(change: Partial<Measurement>): void {
    this.#measurement = { ...this.#measurement, ...change };
    this.refresh();
  }

  async #measure(): Promise<void> {
    await this.begin();
    if (!this.figure) return;
    this.#worker?.terminate();
    const d = Number(this.state['d']);
    const threads = navigator.hardwareConcurrency;
    const where = `this browser, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    this.#know({
      measured: { where, d, points: [] },
      told: undefined,
      isRunning: true,
      held: recordedMeasurement.held,
    });
    this.#tell('The first runs warm the code up …');
    const worker = new Worker(new URL('./complexity-lab.worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    onDeath(worker, () => {
      if (this.#worker === worker)
        this.#end('The part of the page that measures could not start, or has stopped for want of memory. Try again.');
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      // A message that was on its way when the reader pressed Stop.
      if (this.#worker === worker) this.#hear(data);
    });
    const most = Number(this.dataset['limit'] ?? limit);
    worker.postMessage({ d, limit: most, hold: tellsMemory() } satisfies Ask);
  }

  #hear(told: Told): void {
    if (told.type === 'trial') this.#tell(progressOf(told));
    else if (told.type === 'point') this.#add(told);
    else if (told.type === 'holding') void this.#ask(told.n);
    else this.#end(this.#done);
  }

  get #done(): string {
    return `Done: ${showWhole(this.#measurement.measured.points.length)} points measured in this browser.`;
  }

  #add({ id, n, ms, repeats }: Point): void {
    const { measured } = this.#measurement;
    this.#know({ measured: { ...measured, points: [...measured.points, { id, n, ms, repeats }] } });
  }

  async #ask(n: number): Promise<void> {
    const worker = this.#worker;
    this.#tell('Asking this browser what the worker holds …');
    const bytes = await workerMemory();
    if (this.#worker !== worker) return;
    if (bytes !== undefined)
      this.#know({
        held: `This browser says that the worker held ${showBytes(bytes)}, with the weights of ${showWhole(n)} positions among it.`,
      });
    this.#end(this.#done);
  }

  #end(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#tell(message);
    this.#know({ isRunning: false, told: this.#measurement.measured });
  }

  /** Said apart from the rest, for it changes many times a second. */
  #tell(message: string): void {
    this.querySelector('.progress')!.textContent = message;
  }
}
