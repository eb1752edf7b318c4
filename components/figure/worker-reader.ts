import { say } from '../say.ts';
import { onDeath } from '../worker-life.ts';

interface Answer {
  readonly reading?: unknown;
  readonly failed?: string;
}

/** Asks a worker that serves a figure; of the questions that come while it is busy, only the last is asked. */
export class WorkerReader {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #settle: ((answer: Answer) => void) | undefined;
  #next: { readonly state: unknown; readonly settle: (answer: Answer) => void } | undefined;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /**
   * @returns What the worker found; nothing where a later question took this one's turn, or the worker was let go.
   * @throws Error with a sentence for the reader, when the worker failed or could not be had.
   */
  async read(state: unknown): Promise<unknown> {
    const answer = await new Promise<Answer>((settle) => {
      this.#next?.settle({});
      this.#next = { state, settle };
      if (!this.#settle) this.#ask();
    });
    if (answer.failed !== undefined) throw new Error(answer.failed);
    return answer.reading;
  }

  /** Lets the worker go: its work stops, and what was asked stays unanswered. The next question begins another. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#next?.settle({});
    this.#settle?.({});
    this.#next = this.#settle = undefined;
  }

  #ask(): void {
    if (!this.#next) return;
    const { state, settle } = this.#next;
    this.#next = undefined;
    this.#settle = settle;
    this.#worker ??= this.#begin();
    this.#worker.postMessage(state);
  }

  #begin(): Worker {
    const worker = this.#start();
    const end = (answer: Answer): void => {
      this.#settle?.(answer);
      this.#settle = undefined;
      this.#ask();
    };
    onDeath(worker, () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      end({ failed: say('noWorker') });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(data));
    return worker;
  }
}
