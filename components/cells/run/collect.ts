import type { Program } from '../program/program.ts';
import { longestText, mostNumbers, mostPrinted, type Outcome, type Output } from '../outcome.ts';
import type { Message } from './message.ts';

/** One more for each value that a cell may end with, and one for its error. */
const mostOutputs = mostPrinted + 100;

/**
 * Makes outcomes, cell by cell, of what a running program tells. What it tells is not trusted: it is
 * taken over field by field, and no more of it than a page can show.
 */
export class Collector {
  readonly outcomes: Outcome[] = [];
  readonly #count: number;
  readonly #faults: Program['faults'];
  readonly #onOutcome: ((outcome: Outcome) => void) | undefined;
  #outputs: Output[] = [];
  #isFlooded = false;
  /** Where the program is, as far as it told. */
  line = 1;
  /** Whether it has told anything yet. */
  hasBegun = false;

  constructor(count: number, faults: Program['faults'], onOutcome?: (outcome: Outcome) => void) {
    this.#count = count;
    this.#faults = faults;
    this.#onOutcome = onOutcome;
  }

  /** @returns Whether the program has come to its end. */
  take(given: unknown): boolean {
    this.hasBegun = true;
    if (typeof given !== 'object' || given === null) return false;
    const message = given as Partial<Record<string, unknown>> & { readonly kind?: Message['kind'] };
    if (message.kind === 'end') return true;
    if (message.kind === 'at') {
      this.#passFaults();
      this.line = Number(message['line']);
    } else if (message.kind === 'flood') this.#isFlooded = true;
    else if (message.kind === 'output') {
      const output = outputIn(message['output']);
      if (output && this.#outputs.length < mostOutputs) this.#outputs.push(output);
    } else if (message.kind === 'done' || message.kind === 'failed') {
      const count = Number(message['leftOut']);
      this.#say(message.kind, count > 0 ? { kind: 'left-out', count } : undefined, Number(message['ms']));
    }
    return false;
  }

  /** The program is over: the cells after it did not run, the one in which it stopped says why. */
  finish(stopped?: string): readonly Outcome[] {
    this.#passFaults();
    if (stopped !== undefined && this.outcomes.length < this.#count && !this.#hasFailed()) {
      this.#outputs.push({ kind: 'error', message: stopped, line: this.line });
      this.#say('stopped', this.#isFlooded ? { kind: 'left-out' } : undefined);
    }
    while (this.outcomes.length < this.#count) this.#say('not-run');
    return this.outcomes;
  }

  #hasFailed(): boolean {
    return this.#faults.has(this.outcomes.length - 1) && this.outcomes.at(-1)?.state === 'failed';
  }

  /** Cells that could not run at all, before the one that is next. */
  #passFaults(): void {
    for (let fault; (fault = this.#faults.get(this.outcomes.length));) {
      this.#outputs.push({ kind: 'error', ...fault });
      this.#say('failed');
    }
  }

  #say(state: Outcome['state'], leftOut?: Output, ms?: number): void {
    if (this.outcomes.length === this.#count) return;
    // What was left out stands where it would have: after the printed lines, before a value or an error.
    const after = this.#outputs.findLastIndex(({ kind }) => kind === 'printed') + 1;
    if (leftOut) this.#outputs.splice(after, 0, leftOut);
    const outcome: Outcome = {
      cell: this.outcomes.length,
      state,
      outputs: this.#outputs,
      ...(ms !== undefined && Number.isFinite(ms) && { ms }),
    };
    this.#outputs = [];
    this.#isFlooded = false;
    this.outcomes.push(outcome);
    this.#onOutcome?.(outcome);
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longestText + 1) : '');
const numbersIn = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) ? value.slice(0, mostNumbers).map(Number) : undefined;

function outputIn(value: unknown): Output | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  if (given['kind'] === 'printed') return { kind: 'printed', text: textIn(given['text']) };
  if (given['kind'] === 'error') {
    const line = Number(given['line']);
    return { kind: 'error', message: textIn(given['message']), ...(line >= 1 && { line }) };
  }
  if (given['kind'] !== 'value') return undefined;
  const shape = numbersIn(given['shape']);
  const numbers = numbersIn(given['numbers']);
  return {
    kind: 'value',
    ...(given['name'] !== undefined && { name: textIn(given['name']) }),
    type: textIn(given['type']),
    ...(shape && { shape }),
    ...(numbers && { numbers }),
    text: textIn(given['text']),
  };
}
