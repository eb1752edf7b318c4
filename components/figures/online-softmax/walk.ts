import { onlineSoftmax, type Stop } from '#lib/attention/onlineSoftmax.ts';
import { softmaxRow } from '#lib/attention/softmax.ts';
import { unshiftedTotal } from '#lib/analysis/unshiftedTotal.ts';
import { weightedSum } from '#lib/attention/weightedSum.ts';
import { tiledBytes, weightsBytes } from '#lib/complexity/memory.ts';
import { largestDifference } from '#lib/largestDifference.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { showBytes, showWhole } from '../../plots/quantity.ts';
import { showAny, type RunningRow } from '../../plots/running-row.ts';
import { rows, values, type RowName } from './state.ts';

export interface Choice {
  readonly row: RowName;
  readonly tile: number;
  /** Tiles read, from 1. */
  readonly stop: number;
}

interface Walked extends Stop {
  /** The answer of ordinary softmax over the keys seen so far. */
  readonly atOnce: Float32Array;
  readonly unshifted: number;
}

function walk({ row, tile }: Choice): Walked[] {
  const [scores, V] = [Float32Array.from(rows[row].scores), Float32Array.from(values)];
  return [...onlineSoftmax(scores, V, tile)].map((stop) => {
    const seen = scores.subarray(0, stop.seen);
    return {
      ...stop,
      atOnce: weightedSum(softmaxRow(seen), V.subarray(0, stop.seen), seen),
      unshifted: unshiftedTotal(seen),
    };
  });
}

/** A link can name a stop that larger tiles do not have. */
export function stopOf(choice: Choice): number {
  return Math.min(choice.stop, walk(choice).length);
}

export function stopsOf(choice: Choice): number {
  return walk(choice).length;
}

export function drawnOf(choice: Choice): RunningRow {
  const stops = walk(choice).map((stop) => ({ ...stop, output: stop.output[0]! }));
  return { scores: rows[choice.row].scores, values, tile: choice.tile, stops, chosen: stopOf(choice) - 1 };
}

function list(first: number, last: number): string {
  return first === last
    ? `key ${first}`
    : last === first + 1
      ? `keys ${first} and ${last}`
      : `keys ${first} to ${last}`;
}

/** What one tile changed, and that the answer so far is right. */
export function readoutOf(choice: Choice): Part[] {
  const all = walk(choice);
  const at = stopOf(choice) - 1;
  const stop = all[at]!;
  const before = all[at - 1];
  const first = (before?.seen ?? 0) + 1;
  const tile = `Tile ${at + 1} of ${all.length} brings ${list(first, stop.seen)}`;
  const { size } = largestDifference(stop.output, stop.atOnce);
  const check = size < 1e-6 ? 'within 0.000001 of softmax over' : `${size.toExponential(1)} away from softmax over`;
  const answer: Part[] = [
    ' Output so far: ',
    ['output', showAny(stop.output[0]!)],
    `, ${check} the ${stop.seen === 1 ? 'one key' : `${stop.seen} keys`} seen.`,
  ];
  const overflow =
    stop.unshifted === Infinity
      ? [' Without the shift by the maximum the sum would be ∞ in float32, and the answer lost.']
      : [];
  if (stop.max === -Infinity) return [`${tile}, all masked: there is nothing to take in yet.`, ...answer];
  if (!before || before.max === -Infinity)
    return [
      `${tile}. The largest `,
      ['scores', 'score'],
      `, ${showAny(stop.max, 1)}, is the first maximum; sum ${showAny(stop.sum)}.`,
      ...answer,
      ...overflow,
    ];
  const same = stop.max === before.max;
  return [
    `${tile}. `,
    same
      ? `No score beats the maximum so far, ${showAny(stop.max, 1)}: what was held stays as it is.`
      : `The maximum rises from ${showAny(before.max, 1)} to ${showAny(stop.max, 1)}: the sum held so far, ${showAny(before.sum)}, and the values mixed in are multiplied by e to the ${showAny(before.max - stop.max, 1)}, which is ${showAny(stop.rescale)}.`,
    ` Sum now ${showAny(stop.sum)}.`,
    ...answer,
    ...overflow,
  ];
}

export function tableOf(choice: Choice): NumberTable {
  const stops = walk(choice);
  const columns = [
    'keys seen',
    'maximum',
    'rescale',
    'sum',
    'output',
    'softmax of the keys seen',
    'Σ exp(score), no shift',
  ];
  return {
    caption: `What online softmax holds after each tile of ${choice.tile}, scores ${rows[choice.row].scores.map((score) => showAny(score, 1)).join(', ')}; values ${values.map((value) => showAny(value, 0)).join(', ')}.`,
    rows: stops.map((_, at) => `tile ${at + 1}`),
    columns,
    cell: (row, column) => {
      const { seen, max, rescale, sum, output, atOnce, unshifted } = stops[row]!;
      return [
        String(seen),
        showAny(max, 1),
        showAny(rescale, 4),
        showAny(sum, 4),
        showAny(output[0]!, 6),
        showAny(atOnce[0]!, 6),
        showAny(unshifted, 2),
      ][column]!;
    },
  };
}

/** What one head holds beside its input and output. */
export const memory = [128, 1024, 16_384, 131_072].map((n) => ({
  n: showWhole(n),
  all: showBytes(weightsBytes(n)),
  tiled: showBytes(tiledBytes(n)),
}));
