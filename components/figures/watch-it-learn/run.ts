/** What a run is, all that there is to know about it: the same one gives the same numbers. */
export interface Setting {
  readonly task: 'reverse' | 'recall';
  readonly layers: number;
  readonly seed: number;
}

/** What a step came to, on the sequences that it was about to learn from. */
export interface Point {
  /** Counted from 1. */
  readonly step: number;
  /** In nats. */
  readonly loss: number;
  /** The share of right answers. */
  readonly accuracy: number;
}

/** What the model makes of one sequence that no training draws. */
interface Looked {
  readonly tokens: readonly number[];
  /** The right answer at each place; −1 where nothing is asked. */
  readonly targets: readonly number[];
  readonly says: readonly number[];
  /** Attention weights of each layer, row by row: row = query, column = key. */
  readonly maps: readonly (readonly number[])[];
}

/** What the page asks of the worker: so many steps more of a run that has come so far. */
export interface Ask extends Setting {
  readonly from: number;
  readonly steps: number;
}

export interface Answer extends Looked {
  readonly step: number;
  /** Of the steps asked for. */
  readonly points: readonly Point[];
}

/** A run as far as it has come. */
export interface Run extends Setting, Looked {
  readonly step: number;
  readonly points: readonly Point[];
}

/** What the controls are set to, as far as it makes the run another one. */
export const settingOf = ({ task, layers, seed }: Readonly<Record<string, unknown>>): Setting => ({
  task: task as Setting['task'],
  layers: Number(layers),
  seed: Number(seed),
});

export const nameOf = ({ task, layers, seed }: Setting): string => `${task} ${layers} ${seed}`;

/** After so many steps more a run rests until the reader goes on. */
export const budget = 300;
/** No run is carried on beyond this. */
export const longest = 5 * budget;

/** Of the steps before the last, these are kept: a curve needs no more. */
const every = 5;

/** A run with what came next; nothing before it where it begins. */
export function carriedOn({ task, layers, seed }: Setting, before: Run | undefined, answer: Answer): Run {
  const points = [...(before?.points ?? []), ...answer.points].filter(
    ({ step }) => step === 1 || step % every === 0 || step === answer.step,
  );
  return { task, layers, seed, ...answer, points };
}
