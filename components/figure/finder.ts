import type { Finding } from './definition.ts';
import type { Schema, State } from './state/fields.ts';
import { WorkerReader } from './worker-reader.ts';

/** Finds out what a figure needs, and keeps what it found last: an act that changes nothing of it asks for nothing. */
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
    const keep = (reading: unknown): unknown => {
      if (reading !== undefined) this.#found = { key, reading };
      return reading;
    };
    return this.#worker ? this.#worker.read(state).then(keep) : keep(this.#finding.read(state));
  }
}
