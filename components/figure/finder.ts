import type { Finding } from './definition.ts';
import type { Schema, State } from './state/fields.ts';
import { WorkerReader } from './worker-reader.ts';

/** Finds out what a figure needs, and keeps what it asked last: an act that changes nothing of it asks for nothing, even while the answer is on its way. */
export class Finder {
  readonly #finding: Finding<Schema, unknown>;
  readonly #worker: WorkerReader | undefined;
  #found: { readonly key: string; readonly reading: unknown } | undefined;

  constructor(finding: Finding<Schema, unknown>) {
    this.#finding = finding;
    this.#worker = finding.worker && new WorkerReader(finding.worker);
  }

  /** @returns The reading, or a promise of it where a worker finds it; nothing where a later question took its turn. */
  read(state: State<Schema>): unknown {
    const key = JSON.stringify(this.#finding.on.map((name) => state[name]));
    if (this.#found?.key === key) return this.#found.reading;
    const found: { key: string; reading: unknown } = {
      key,
      reading: this.#worker ? this.#worker.read(state) : this.#finding.read(state),
    };
    this.#found = found;
    if (found.reading instanceof Promise)
      found.reading.then(
        (reading) => (found.reading = reading as unknown),
        // What failed is asked again.
        () => this.#found === found && (this.#found = undefined),
      );
    return found.reading;
  }
}
