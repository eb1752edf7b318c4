import type { Reading } from '#lib/encoder/reading.ts';
import { say } from '../say.ts';
import { onDeath } from '../worker-life.ts';
import { isKept, urlOf, type PartName } from './download.ts';
import type { Question, Request, Response } from './protocol.ts';

/** The reader stopped the download. */
export class Cancelled extends Error {}

/** Told as the model's bytes arrive. */
export type Progress = (received: number, total: number) => void;

/** The page's side of the encoder: questions go to a worker, so that the page never stalls. */
export class EncoderClient {
  /** The parts of the trained model that the worker has. */
  readonly #loaded = new Set<PartName>();
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (reading: Reading) => void; reject: (error: Error) => void; onProgress: Progress }
  >();

  /**
   * Reads a text or tokens, fetching as much of the trained model as that takes.
   *
   * @throws Cancelled, or an Error with a sentence for the reader.
   */
  async read(question: Question, onProgress: Progress): Promise<Reading> {
    const reading = await this.#ask(question, onProgress);
    if (question.untrained === undefined) this.#loaded.add('maps');
    if (question.whole) this.#loaded.add('vectors');
    return reading;
  }

  /** Whether the worker has a part of the model already. */
  isLoaded(part: PartName): boolean {
    return this.#loaded.has(part);
  }

  /** Whether a part needs no download: the worker has it, or an earlier visit left it here. */
  async isAtHand(part: PartName): Promise<boolean> {
    return this.#loaded.has(part) || isKept(urlOf(part));
  }

  /** Stops the download; the reading it was for is rejected with `Cancelled`. */
  cancel(): void {
    this.#worker?.postMessage({ type: 'cancel' } satisfies Request);
  }

  #ask(question: Question, onProgress: Progress): Promise<Reading> {
    const id = ++this.#last;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ type: 'read', id, question } satisfies Request);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, onProgress }));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./encoder.worker.ts', import.meta.url), { type: 'module' });
    onDeath(worker, () => {
      this.#worker = undefined;
      this.#loaded.clear();
      for (const { reject } of this.#waiting.values()) reject(new Error(say('noModelWorker')));
      this.#waiting.clear();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      if (data.type === 'progress') {
        // Whoever waits for the model waits for the same bytes.
        for (const { onProgress } of this.#waiting.values()) onProgress(data.received, data.total);
        return;
      }
      const asked = this.#waiting.get(data.id);
      if (!asked) return;
      this.#waiting.delete(data.id);
      if (data.type === 'reading') return asked.resolve(data.reading);
      const { reason, cancelled } = data;
      const inWords = typeof reason === 'string' ? reason : say(reason.name, reason.parts);
      asked.reject(cancelled ? new Cancelled() : new Error(inWords));
    });
    return worker;
  }
}
