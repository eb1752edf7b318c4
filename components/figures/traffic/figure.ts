import { queriesHeld, storedTraffic, tiledTraffic } from '#lib/complexity/traffic.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { oneOf } from '../../figure/state/fields.ts';
import { growth, type Growth } from '../../plots/growth.ts';
import { showCount, showWhole } from '../../plots/quantity.ts';
import { showPower } from '../../plots/scientific.ts';

const powers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => 2 ** (first + step));
/** Numbers that a fast memory holds: powers of two, from this one. */
const smallest = 10;
const memories = powers(smallest, 27);

const state = {
  M: oneOf('32768', memories.map(String)),
  n: oneOf('16384', powers(10, 17).map(String)),
  d: oneOf('64', ['64', '128']),
};

interface Shown {
  readonly M: number;
  readonly n: number;
  readonly d: number;
}

function chartOf({ M, n, d }: Shown): Growth {
  return {
    lengths: memories,
    across: {
      name: 'numbers that the fast memory holds',
      letter: 'M',
      show: (size) => showPower(smallest + memories.indexOf(size), 2),
    },
    chosen: memories.indexOf(M),
    domain: [1e5, 1e13],
    ticks: { million: 1e6, billion: 1e9, trillion: 1e12 },
    lines: [
      { id: 'bound', look: 'band', values: memories.map((size) => (size <= n * d ? (4 * n * n * d * d) / size : NaN)) },
      {
        ...{ id: 'tiled', look: 'dashed', label: 'tile by tile', side: 'below' },
        values: memories.map((size) => tiledTraffic(n, d, size)),
      },
      {
        ...{ id: 'stored', look: 'accent', label: 'weights stored', side: 'above' },
        values: memories.map((size) => storedTraffic(n, d, size)),
      },
    ],
    point: { length: d * d, value: tiledTraffic(n, d, d * d), label: 'M = d²', side: 'above' },
  };
}

function sentenceOf({ M, n, d }: Shown): string {
  const [tiled, stored] = [tiledTraffic(n, d, M), storedTraffic(n, d, M)];
  const held = Math.min(n, queriesHeld(M, d));
  return (
    `A fast memory of M = ${showWhole(M)} numbers holds ${held === n ? 'all' : showWhole(held)} of n = ${showWhole(n)} queries with d = ${d} features. ` +
    `Tile by tile, ${showCount(tiled)} numbers are read or written, with scores and weights stored ${showCount(stored)}: ` +
    `${(stored / tiled).toPrecision(2)} times as many. To move each number of input and output once takes ${showCount(4 * n * d)}.`
  );
}

function tableOf({ n, d }: Shown): NumberTable {
  return {
    caption: `Accesses of one head, n = ${showWhole(n)}, d = ${d}.`,
    corner: 'M',
    rows: memories.map((size) => exact(size, showWhole)),
    columns: ['queries held', 'tile by tile', 'weights stored'],
    cell: (row, column) =>
      exact(
        [
          Math.min(n, queriesHeld(memories[row]!, d)),
          tiledTraffic(n, d, memories[row]!),
          storedTraffic(n, d, memories[row]!),
        ][column]!,
        showWhole,
      ),
  };
}

export default defineFigure({
  id: 'traffic',
  title: 'What passes between memory and processor',
  badge: 'computed',
  source: 'formulas checked against a loop',
  state,
  compute: ({ M, n, d }): Shown => ({ M: Number(M), n: Number(n), d: Number(d) }),
  controls: [
    { kind: 'slider', field: 'M', label: 'Fast memory', show: ({ M }) => `M = ${showWhole(M)} numbers` },
    { kind: 'slider', field: 'n', label: 'Sequence length', show: ({ n }) => `n = ${showWhole(n)}` },
    { kind: 'strip', field: 'd', label: 'Features of a head, d', options: state.d.names! },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'Accesses against the size of the fast memory, both axes logarithmic, tile by tile and with stored weights. The numbers stand below.',
            plot: (shown, surface) => growth(chartOf(shown), surface),
            point: { kind: 'drag', attribute: 'step', field: 'M' },
          },
        },
      },
    },
  ],
  readout: sentenceOf,
  tables: (shown) => [tableOf(shown)],
});
