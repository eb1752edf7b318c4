import { crossEntropy } from '#lib/training/crossEntropy.ts';
import { within } from '../../figure/within.ts';
import { integer, oneOf, optional, type State as StateOf } from '../../figure/state/fields.ts';
import { recordedRun } from './recorded.ts';
import { settingOf, type Run, type Setting } from './run.ts';

export const seeds = { from: 1, to: 9 };
/** Places of the longer task. */
const most = 18;

export const state = {
  task: oneOf('reverse', ['reverse', 'recall']),
  layers: oneOf('1', ['1', '2']),
  seed: integer(1, seeds),
  /** Steps from drawing to drawing. */
  pace: oneOf('5', ['1', '5', '25']),
  look: oneOf('last', ['first', 'last']),
  /** The cell that is read out, counted from 0. Left open, the figure chooses. */
  query: { ...optional(integer(0, { from: 0, to: most - 1 })), follows: 'task' },
  key: { ...optional(integer(0, { from: 0, to: most - 1 })), follows: 'query' },
};
export type State = StateOf<typeof state>;

/** What there is to show. */
export interface Reading {
  readonly run: Run;
  /** The run of the same task that was shown before it. */
  readonly before: Run | undefined;
  readonly isRunning: boolean;
}

/** The run that was made before, where there is one; else the reader has to train it. */
export function find(state: Pick<State, 'task' | 'layers' | 'seed'>): Reading | undefined {
  const run = recordedRun(settingOf(state));
  return run && { run, before: undefined, isRunning: false };
}

export interface Shown extends Omit<State, 'query' | 'key' | 'layers'>, Reading {
  readonly isRecorded: boolean;
  /** Tokens as letters and digits. */
  readonly labels: readonly string[];
  /** Attention weights of the layer that is shown, row by row. */
  readonly weights: readonly number[];
  /** 1 where a query may look; nothing where it may look anywhere. */
  readonly allowed: readonly number[] | undefined;
  readonly query: number;
  readonly key: number;
}

export function compute({ layers: _, ...state }: State, reading: Reading): Shown {
  const { run } = reading;
  const n = run.tokens.length;
  const weights = state.look === 'first' ? run.maps[0]! : run.maps.at(-1)!;
  const asked = run.targets.findIndex((target) => target >= 0);
  const query = state.query ?? asked;
  const row = weights.slice(query * n, (query + 1) * n);
  return {
    ...state,
    ...reading,
    isRecorded: recordedRun(run) === run,
    labels: run.tokens.map((token) => letter(run, token)),
    weights,
    allowed: run.task === 'recall' ? weights.map((_, at) => Number(at % n <= Math.floor(at / n))) : undefined,
    query,
    key: state.key ?? row.indexOf(Math.max(...row)),
  };
}

/** A cell that the task at hand has. */
export function fit(state: State, { run }: Reading): State {
  const last = run.tokens.length - 1;
  const inside = (place: number | undefined): number | undefined => place && within(place, 0, last);
  return { ...state, query: inside(state.query), key: inside(state.key) };
}

const values = 8;

/** Reversed are letters; looked up are digits, by letters. */
export function letter({ task }: Setting, token: number): string {
  return task === 'recall' && token >= values ? String(token - values + 1) : String.fromCharCode(97 + token);
}

/** Of how many answers one would be right by guessing: any letter, or any value of the sequence. */
export function guessesOf({ task, targets }: Run): number {
  return task === 'recall' ? targets.filter((target) => target >= 0).length : 16;
}

/** The loss of a model that finds each of so many answers as likely as the others. */
export function lossOfGuess(run: Run): number {
  const guesses = guessesOf(run);
  return crossEntropy({ data: new Float64Array(guesses), shape: [1, guesses] }, [0]).loss;
}
