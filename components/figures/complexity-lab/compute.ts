import { factorOf, fitPowerLaw, valueAt, type PowerLaw, type Sample } from '#lib/complexity/powerLaw.ts';
import { runs, windowSide, type Run, type RunId } from '#lib/complexity/runs.ts';
import type { Trial } from '#lib/complexity/sweep.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { flag, oneOf, type State as StateOf } from '../../figure/state/fields.ts';
import { showNumber } from '../../plots/number.ts';
import { showBytes, showWhole } from '../../plots/quantity.ts';
import type { At, Mark, Timings } from '../../plots/timings.ts';
import recorded from './recorded.json' with { type: 'json' };

/** What is shown, and the width that the next measurement takes; what was measured stays on the reader's machine. */
export const state = {
  standard: flag(true),
  tiled: flag(true),
  kernel: flag(true),
  causal: flag(true),
  windowed: flag(true),
  recurrence: flag(true),
  quantity: oneOf('time', ['time', 'memory']),
  d: oneOf('64', ['32', '64', '128']),
};
export type State = StateOf<typeof state>;

/** One implementation at one length. */
export interface Point {
  readonly id: RunId;
  readonly n: number;
  /** Median over the repeats. */
  readonly ms: number;
  readonly repeats: number;
}

/** What was measured in one go. */
export interface Measured {
  /** The machine, as the badge names it. */
  readonly where: string;
  /** Features of a position. */
  readonly d: number;
  readonly points: readonly Point[];
}

/** The run in the repository, made by `npm run record`. */
export const recordedRun: Measured = {
  where: `${recorded.processor}, Node ${recorded.node.split('.')[0]!}`,
  d: recorded.d,
  points: recorded.points as readonly Point[],
};

export interface Kind {
  readonly label: string;
  /** In a sentence. */
  readonly name: string;
  readonly detail: string;
  readonly mark: Mark;
  /** From 64 positions on. A narrow table breaks it at its plain spaces. */
  readonly bytes: string;
}

export const kinds: Readonly<Record<RunId, Kind>> = {
  standard: { label: 'standard', name: 'standard attention', detail: 'all weights kept', mark: 'disc', bytes: '4n²' },
  tiled: { label: 'tiled', name: 'tiled', detail: 'online softmax', mark: 'diamond', bytes: '4·64²\u00a0+\u00a08n' },
  kernel: {
    label: 'kernel',
    name: 'the kernel',
    detail: 'tiled, eight a block',
    mark: 'star',
    bytes: '8nd\u00a0+\u00a0780d +\u00a017,984',
  },
  causal: {
    label: 'causal',
    name: 'causal',
    detail: 'tiled, later keys skipped',
    mark: 'triangle',
    bytes: '4·64²\u00a0+\u00a08n',
  },
  windowed: {
    label: 'windowed',
    name: 'windowed',
    detail: `tiled, ${windowSide} to each side`,
    mark: 'square',
    bytes: `4·${windowSide}²\u00a0+\u00a08n`,
  },
  recurrence: { label: 'recurrence', name: 'the recurrence', detail: 'a step a position', mark: 'cross', bytes: '4d' },
};

export const ids = runs.map(({ id }) => id);
const lengths = Array.from({ length: 11 }, (_, step) => 32 * 2 ** step);
const [shortest, longest] = [lengths[0]!, lengths.at(-1)!];
/** Doublings at the end of a measurement in which the power is looked for: before them, what grows more slowly still counts. */
const doublings = 4;

/** The law of one implementation's last doublings. */
export interface Fit extends PowerLaw {
  readonly from: number;
  readonly to: number;
}

const pointsOf = ({ points }: Measured, id: RunId): readonly Point[] => points.filter((point) => point.id === id);

function tailOf(points: readonly Point[]): Sample[] {
  return points.slice(-doublings - 1).map(({ n, ms }) => ({ n, value: ms }));
}

/** @returns Nothing while there are fewer than three points. */
export function fitOf(measured: Measured, id: RunId): Fit | undefined {
  const tail = tailOf(pointsOf(measured, id));
  if (tail.length < 3) return undefined;
  return { ...fitPowerLaw(tail), from: tail[0]!.n, to: tail.at(-1)!.n };
}

const shownOf = (state: State): readonly Run[] => runs.filter(({ id }) => state[id]);

const along = (factor: number, exponent: number, ...ends: readonly [number, number]): readonly [At, At] =>
  ends.map((n): At => [n, valueAt({ factor, exponent }, n)]) as [At, At];

function timesOf(state: State, measured: Measured): Timings {
  const all = measured.points.map(({ ms }) => ms);
  return {
    lengths: [shortest, longest],
    domain: [Math.min(0.1, ...all) / 1.5, Math.max(3000, ...all) * 1.2],
    ticks: {
      '1 µs': 1e-3,
      '10 µs': 0.01,
      '0.1 ms': 0.1,
      '1 ms': 1,
      '10 ms': 10,
      '0.1 s': 100,
      '1 s': 1000,
      '10 s': 1e4,
    },
    timings: shownOf(state).map(({ id, exponent }) => {
      const points = pointsOf(measured, id);
      const fit = fitOf(measured, id);
      return {
        id,
        label: kinds[id].label,
        mark: kinds[id].mark,
        points: points.map(({ n, ms }): At => [n, ms]),
        fitted: fit && along(fit.factor, fit.exponent, fit.from, fit.to),
        theory: fit && along(factorOf(tailOf(points), exponent), exponent, fit.from, fit.to),
      };
    }),
  };
}

function bytesOf(state: State): Timings {
  return {
    lengths: [shortest, longest],
    domain: [64, 2e10],
    ticks: {
      '100 B': 100,
      '1 kB': 1e3,
      '10 kB': 1e4,
      '100 kB': 1e5,
      '1 MB': 1e6,
      '10 MB': 1e7,
      '0.1 GB': 1e8,
      '1 GB': 1e9,
      '10 GB': 1e10,
    },
    timings: shownOf(state).map(({ id, bytes }) => ({
      id,
      label: kinds[id].label,
      mark: kinds[id].mark,
      points: lengths.map((n): At => [n, bytes(n, Number(state.d))]),
    })),
  };
}

export function chartOf(state: State, measured: Measured): Timings {
  return state.quantity === 'time' ? timesOf(state, measured) : bytesOf(state);
}

export function titleOf(state: State, measured: Measured): string {
  return state.quantity === 'time'
    ? `Time of one run, d\u00a0=\u00a0${measured.d}`
    : `Bytes held beside input and output, d\u00a0=\u00a0${state.d}`;
}

/** Heads of the key's columns. */
export function headsOf({ quantity }: State): readonly [string, string] {
  return quantity === 'time' ? ['power of n, fitted', 'theory'] : [`at n = ${showWhole(longest)}`, 'formula'];
}

/** What the key says of one implementation: a value, a remark under it, and theory. */
export function keyOf(
  state: State,
  measured: Measured,
  id: RunId,
): { readonly value: string; readonly remark: string; readonly theory: string } {
  const run = runs.find((run) => run.id === id)!;
  if (state.quantity === 'memory')
    return { value: showBytes(run.bytes(longest, Number(state.d))), remark: '', theory: kinds[id].bytes };
  const theory = String(run.exponent);
  const fit = fitOf(measured, id);
  if (!fit) return { value: 'too few points', remark: '', theory };
  return {
    value: `${showNumber(fit.exponent)} ± ${showNumber(fit.error)}`,
    remark: `n = ${showWhole(fit.from)} to ${showWhole(fit.to)}`,
    theory,
  };
}

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What is shown, in words; while it is measured, there is no more to say of the times than that. */
export function sentenceOf(state: State, measured: Measured | undefined): string {
  const shown = shownOf(state).map(({ id }) => id);
  if (shown.length === 0) return 'Nothing is shown: tick an implementation below.';
  if (state.quantity === 'memory') {
    const each = shown.map((id) => `${kinds[id].name} ${keyOf(state, recordedRun, id).value}`);
    return `Beside input and output of ${showWhole(longest)} positions, these hold, by count: ${listed.format(each)}.`;
  }
  if (!measured) return 'This browser is being measured: what the times say stands here when that is over.';
  const fits = shown.flatMap((id) => {
    const fit = fitOf(measured, id);
    return fit ? [{ id, ratio: showNumber(2 ** fit.exponent, 1) }] : [];
  });
  if (fits.length === 0) return 'Three lengths are needed before an exponent can be fitted.';
  const each = fits.map(({ id, ratio }, i) =>
    i === 0 ? `${kinds[id].name} takes ${ratio} times as long` : `${kinds[id].name} ${ratio}`,
  );
  return `With twice as many positions, ${listed.format(each)}: fitted over the last ${doublings} doublings of each.`;
}

/** Every point as a row, its length in front. */
export function tableOf({ where, points, d }: Measured): NumberTable {
  const cells = points.map(({ id, n, ms, repeats }) => [
    kinds[id].label,
    exact(ms, (value) => String(Number(value.toPrecision(4)))),
    exact(repeats),
    exact(runs.find((run) => run.id === id)!.bytes(n, d), showWhole),
  ]);
  return {
    caption: `Every point measured at d = ${d} on: ${where}. Bytes are counted.`,
    corner: 'n',
    rows: points.map(({ n }) => exact(n, showWhole)),
    columns: ['implementation', 'median, ms', 'repeats', 'bytes held'],
    cell: (row, column) => cells[row]![column]!,
  };
}

/** `n = 1,024, tiled: 3 of 5`. */
export function progressOf({ n, id, repeat, repeats }: Omit<Trial, 'type'>): string {
  return `n = ${showWhole(n)}, ${kinds[id].label}: ${repeat} of ${repeats}`;
}

/** What there is to show: the recorded run, or what this browser measures. */
export interface Measurement {
  readonly measured: Measured;
  /** What the read-out speaks of, once a measurement is over: a sentence that changes at every point is heard at every point. */
  readonly told: Measured | undefined;
  readonly isRunning: boolean;
  /** What the browser said that the worker held, in words. */
  readonly held: string;
}

export const recordedMeasurement: Measurement = {
  measured: recordedRun,
  told: recordedRun,
  isRunning: false,
  held: 'This browser does not tell what a run holds, so nothing beside it is measured.',
};

export interface Shown extends State, Measurement {}
