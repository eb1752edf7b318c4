import { onlineSoftmax, type Stop } from '#lib/attention/onlineSoftmax.ts';
import { softmaxRow } from '#lib/attention/softmax.ts';
import { unshiftedTotal } from '#lib/analysis/unshiftedTotal.ts';
import { weightedSum } from '#lib/attention/weightedSum.ts';
import { tiledBytes, weightsBytes } from '#lib/complexity/memory.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact, type Cell, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { integer, oneOf, type State } from '../../figure/state/fields.ts';
import { showBytes, showWhole } from '../../plots/quantity.ts';
import { runningRow } from '../../plots/running-row.ts';
import { showAny, showExponent } from '../../plots/scientific.ts';

/** Keys of the row. */
export const keys = 8;

export const rows = {
  mixed: { label: 'mixed', scores: [1.2, -0.4, 0.3, 1.1, 3.1, 0.6, -1.5, 2.4] },
  rising: { label: 'rising', scores: [-2, -1, -0.5, 0, 1, 2, 2.5, 4] },
  huge: { label: 'two near 1000', scores: [1.2, -0.4, 0.3, 1.1, 1000, 0.6, 999, 2.4] },
  masked: { label: 'some masked', scores: [-Infinity, -Infinity, 0.3, 1.1, 3.1, -Infinity, -1.5, 2.4] },
} as const;

/** One number a key, so that an output is one number too. */
export const values = [2, -1, 0, 1, 4, 3, -2, 1];

const tiles = ['1', '2', '4'] as const;

const state = {
  row: oneOf('mixed', Object.keys(rows) as (keyof typeof rows)[]),
  tile: oneOf('2', tiles),
  /** Tiles read. */
  stop: integer(3, { from: 1, to: keys }),
};

interface Held extends Omit<Stop, 'output'> {
  readonly output: number;
  /** The answer of ordinary softmax over the keys seen so far. */
  readonly atOnce: number;
  readonly unshifted: number;
}

interface Shown {
  readonly scores: readonly number[];
  /** Keys of a tile. */
  readonly tile: number;
  readonly stops: readonly Held[];
  /** Which stop the reader stands at, counted from 0. */
  readonly chosen: number;
}

function compute({ row, tile, stop }: State<typeof state>): Shown {
  const { scores } = rows[row];
  const [S, V] = [Float32Array.from(scores), Float32Array.from(values)];
  const stops = [...onlineSoftmax(S, V, Number(tile))].map((held) => {
    const seen = S.subarray(0, held.seen);
    const atOnce = weightedSum(softmaxRow(seen), V.subarray(0, held.seen), seen)[0]!;
    return { ...held, output: held.output[0]!, atOnce, unshifted: unshiftedTotal(seen) };
  });
  return { scores, tile: Number(tile), stops, chosen: stop - 1 };
}

function list(first: number, last: number): string {
  if (first === last) return `key ${first}`;
  return last === first + 1 ? `keys ${first} and ${last}` : `keys ${first} to ${last}`;
}

/** What one tile changed, and that the answer so far is right. */
function readout({ stops, chosen }: Shown): Part[] {
  const stop = stops[chosen]!;
  const before = stops[chosen - 1];
  const tile = `Tile ${chosen + 1} of ${stops.length} brings ${list((before?.seen ?? 0) + 1, stop.seen)}`;
  const size = Math.abs(stop.output - stop.atOnce);
  const check = size < 1e-6 ? 'within 0.000001 of softmax over' : `${showExponent(size)} away from softmax over`;
  const answer: Part[] = [
    ' Output so far: ',
    ['output', showAny(stop.output)],
    `, ${check} the ${stop.seen === 1 ? 'one key' : `${stop.seen} keys`} seen.`,
  ];
  if (stop.max === -Infinity) return [`${tile}, all masked: there is nothing to take in yet.`, ...answer];
  if (stop.unshifted === Infinity)
    answer.push(' Without the shift by the maximum the sum would be ∞ in float32, and the answer lost.');
  const max = showAny(stop.max, 1);
  if (!before || before.max === -Infinity)
    return [
      `${tile}. The largest `,
      ['scores', 'score'],
      `, ${max}, is the first maximum; sum ${showAny(stop.sum)}.`,
      ...answer,
    ];
  const change =
    stop.max === before.max
      ? `No score beats the maximum so far, ${max}: what was held stays as it is.`
      : `The maximum rises from ${showAny(before.max, 1)} to ${max}: the sum held so far, ${showAny(before.sum)}, and the values mixed in are multiplied by e to the ${showAny(before.max - stop.max, 1)}, which is ${showAny(stop.rescale)}.`;
  return [`${tile}. ${change} Sum now ${showAny(stop.sum)}.`, ...answer];
}

const columns: readonly (readonly [title: string, of: (stop: Held) => Cell])[] = [
  ['keys seen', ({ seen }) => exact(seen)],
  ['maximum', ({ max }) => exact(max, (value) => showAny(value, 1))],
  ['rescale', ({ rescale }) => exact(rescale, (value) => showAny(value, 4))],
  ['sum', ({ sum }) => exact(sum, (value) => showAny(value, 4))],
  ['output', ({ output }) => exact(output, (value) => showAny(value, 6))],
  ['softmax of the keys seen', ({ atOnce }) => exact(atOnce, (value) => showAny(value, 6))],
  ['Σ exp(score), no shift', ({ unshifted }) => exact(unshifted, showAny)],
];

function table({ scores, tile, stops }: Shown): NumberTable {
  return {
    caption: `What online softmax holds after each tile of ${tile}, scores ${scores.map((score) => showAny(score, 1)).join(', ')}; values ${values.map((value) => showAny(value, 0)).join(', ')}.`,
    corner: 'tile',
    rows: stops.map((_, at) => exact(at + 1)),
    columns: columns.map(([title]) => title),
    cell: (row, column) => columns[column]![1](stops[row]!),
  };
}

const lengths = [128, 1024, 16_384, 131_072];

/** What one head holds beside its input and output. */
export const memory: NumberTable = {
  caption: 'Bytes one head holds beside its input and output, in float32',
  corner: 'n',
  rows: lengths.map((n) => exact(n, showWhole)),
  columns: ['all n² weights', 'online: a tile of 64 × 64, and for each query its maximum and sum'],
  cell: (row, column) => exact((column === 0 ? weightsBytes : tiledBytes)(lengths[row]!), showBytes),
};

export default defineFigure({
  id: 'online-softmax',
  title: 'Softmax without the whole row',
  badge: 'computed',
  source: 'from the scores shown',
  state,
  // Larger tiles make fewer stops.
  fit: (state) => ({ ...state, stop: Math.min(state.stop, keys / Number(state.tile)) }),
  compute,
  controls: [
    { kind: 'select', field: 'row', label: 'Scores', options: Object.values(rows).map(({ label }) => label) },
    { kind: 'strip', field: 'tile', label: 'Keys a tile', options: tiles },
    {
      kind: 'walk',
      label: ({ chosen, stops }) => `Tile ${chosen + 1} of ${stops.length}`,
      at: ({ stop }) => stop,
      last: ({ stops }) => stops.length,
      go: (stop) => ({ stop }),
      pace: 1400,
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        row: {
          drawing: {
            class: 'trace',
            width: 730,
            label: ({ stops }) =>
              `A row of scores read in ${stops.length} tiles: under each, the maximum, the factor, the sum and the output held after it. The numbers stand below.`,
            plot: (shown, surface) => runningRow({ ...shown, values }, surface),
            point: { kind: 'press', attribute: 'stop', field: 'stop' },
          },
        },
      },
    },
  ],
  readout,
  tables: (shown) => [table(shown)],
});
