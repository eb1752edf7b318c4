import type { EncodeOptions } from '#lib/encoder/forward.ts';
import { isKept, urlOf, type PartName } from './download.ts';
import type { Layer, Reading, Request, Response, WholeReading } from './protocol.ts';

/** The reader stopped the download. */
export class Cancelled extends Error {}

type Ask =
  | { readonly type: 'read'; readonly text: string }
  | { readonly type: 'readWhole'; readonly text: string; readonly options: EncodeOptions }
  | { readonly type: 'encode'; readonly ids: readonly number[]; readonly options: EncodeOptions }
  | { readonly type: 'untrained'; readonly ids: readonly number[]; readonly seed: number };

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
    { resolve: (response: Response) => void; reject: (error: Error) => void; onProgress: Progress }
  >();

  /** Reads a text with the trained model, fetching it the first time. */
  async read(text: string, onProgress: Progress): Promise<Reading> {
    const response = await this.#ask({ type: 'read', text }, onProgress);
    if (response.type !== 'reading') throw new Error(`The worker answered ${response.type} to a reading.`);
    this.#loaded.add('maps');
    return response.reading;
  }

  /** Reads a text with both parts of the trained model, fetching them the first time. */
  async readWhole(text: string, options: EncodeOptions, onProgress: Progress): Promise<WholeReading> {
    const response = await this.#ask({ type: 'readWhole', text, options }, onProgress);
    if (response.type !== 'wholeReading') throw new Error(`The worker answered ${response.type} to a whole reading.`);
    this.#loaded.add('maps').add('vectors');
    return response.reading;
  }

  /** Runs tokens through the trained model, fetching it the first time: what each layer computed on the way. */
  async encode(ids: readonly number[], options: EncodeOptions, onProgress: Progress): Promise<readonly Layer[]> {
    const response = await this.#ask({ type: 'encode', ids, options }, onProgress);
    if (response.type !== 'layers') throw new Error(`The worker answered ${response.type} to a question for layers.`);
    this.#loaded.add('maps');
    return response.layers;
  }

  /** The same architecture on random weights: attention maps of tokens, from a seed. */
  async untrained(ids: readonly number[], seed: number): Promise<Reading['maps']> {
    const response = await this.#ask({ type: 'untrained', ids, seed }, () => {});
    if (response.type !== 'maps') throw new Error(`The worker answered ${response.type} to a question for maps.`);
    return response.maps;
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
    this.#worker?.postMessage({ type: 'cancel', id: 0 } satisfies Request);
  }

  #ask(ask: Ask, onProgress: Progress): Promise<Response> {
    const id = ++this.#last;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...ask, id } satisfies Request);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, onProgress }));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./encoder.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      if (data.type === 'progress') {
        // Whoever waits for the model waits for the same bytes.
        for (const { onProgress } of this.#waiting.values()) onProgress(data.received, data.total);
        return;
      }
      const asked = this.#waiting.get(data.id);
      if (!asked) return;
      this.#waiting.delete(data.id);
      if (data.type === 'failed') asked.reject(data.cancelled ? new Cancelled() : new Error(data.reason));
      else asked.resolve(data);
    });
    worker.addEventListener('error', () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error('The part of the page that runs the model could not start. Reload the page, then try again.'));
      this.#waiting.clear();
      this.#worker = undefined;
      this.#loaded.clear();
    });
    return worker;
  }
}
