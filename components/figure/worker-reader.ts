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
   * @returns What the worker found; nothing where a later question took this one's turn.
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
      this.#worker = undefined;
      end({
        failed:
          'The part of the page that computes this could not be started, or has stopped. Check the connection, then try again.',
      });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(data));
    return worker;
  }
}
