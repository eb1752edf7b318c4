import type { WindowKind } from '#lib/training/window/kinds.ts';
import { length, places } from '#lib/training/window/lines.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { spreadTable } from '../../figure/spread-table.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { shares } from '../../plots/shares.ts';
import { showSpread } from '../../plots/spread.ts';
import { showWeight } from '../../plots/weight.ts';
import { compute, type Shown } from './compute.ts';
import { others, state } from './state.ts';

export const kinds: Readonly<Record<WindowKind, string>> = {
  all: 'every place',
  two: 'a window of 2',
  four: 'a window of 4',
  eight: 'a window of 8',
  'two-twice': 'a window of 2, in two layers',
  'four-twice': 'a window of 4, in two layers',
};
const distances = Array.from({ length: places }, (_, at) => String(at + 1));
const asked = distances.map((distance) => `${distance} back`);
const letter = (number: number): string => 'ABCDEFGH'[number]!;
const columns = ({ holds }: Shown): string[] => [
  ...holds.map((number, place) => `${letter(number)}, ${places - place} back`),
  'itself',
];

type Side = 'all' | 'beside';

const map = (side: Side): Pane<typeof state, Shown> => ({
  title: (shown) => kinds[shown[side].kind],
  drawing: {
    class: 'map',
    width: 416,
    label: (shown) =>
      `Where the question looks in a model that sees ${kinds[shown[side].kind]}: a row for each question, column = place. What it cannot see is crossed out.${side === 'all' ? ' Arrow keys move from cell to cell.' : ''}`,
    plot(shown, surface) {
      const { weights, allowed } = shown[side];
      return heatmap({ queries: asked, keys: columns(shown), weights, allowed, max: 1 }, surface);
    },
    point: {
      kind: 'cells',
      fields: ['distance', 'key'],
      size: () => [places, length],
      chosen: ({ cell }) => cell,
      byKeys: side === 'all',
    },
    marks: ['distance', 'key'],
    mark: (svg, { cell }) => frameCell(svg, ...cell),
  },
  legend: ['0 ', { tag: 'i' }, ' 1 attention weight'],
});

function readout({ distance, cell: [row, key], answer, holds, all, beside }: Shown): Part[] {
  const said = ({ kind, weights, says }: Shown[Side]): Part[] => [
    `${kinds[kind]} gives that place `,
    ['weights', showWeight(weights[row * length + key]!)],
    ` and says ${letter(says[distance]!)}, ${says[distance] === holds[answer] ? 'right' : 'wrong'}`,
  ];
  return [
    `${distances[distance]!} back, right are: ${kinds.all} ${showSpread(all.right, distance)}; ${kinds[beside.kind]} ${showSpread(beside.right, distance)}. In the maps, the question for `,
    ['query', asked[row]!],
    ' looks at ',
    ['key', key === places ? 'itself' : `${letter(holds[key]!)}, ${places - key} back`],
    ': ',
    ...said(all),
    '; ',
    ...said(beside),
    '.',
  ];
}

function tables(shown: Shown): readonly NumberTable[] {
  const sides = [shown.all, shown.beside];
  return [
    spreadTable(
      {
        caption: `The share of right answers, in per cent, by how many places back the answer stands: the mean of ${shown.seeds} seeds, the lowest and the highest.`,
        corner: 'places back',
        rows: distances,
      },
      sides.map(({ kind, right }) => ({ name: kinds[kind], shares: right })),
    ),
    ...sides.map(({ kind, weights }): NumberTable => ({
      caption: `Attention weights of the question, ${kinds[kind]}: row = what is asked for, column = place.`,
      rows: asked,
      columns: columns(shown),
      cell: (row, key) => exact(weights[row * length + key]!, showWeight),
    })),
  ];
}

export default defineFigure({
  id: 'trained-window',
  title: 'As far as it sees',
  badge: 'trained',
  source: ({ seeds }) => `small models, trained here from ${seeds} seeds`,
  wide: true,
  state,
  compute,
  controls: [
    {
      kind: 'select',
      field: 'other',
      label: 'Beside attention to every place',
      options: others.map((kind) => kinds[kind]),
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          title: 'Right answers, in lines that were kept out of training',
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'Share of right answers against how many places back the answer stands, for a model that sees every place and one with a window: the mean of the seeds, with a band from the lowest to the highest. The table has the numbers.',
            plot: ({ distance, all, beside }, surface) =>
              shares(
                {
                  groups: distances,
                  xLabel: 'places back',
                  chosen: distance,
                  lines: [
                    { ...all.right, look: 'strong', label: { text: kinds.all, at: 8, side: 'above' } },
                    {
                      ...beside.right,
                      look: 'faint',
                      label: { text: kinds[beside.kind].split(',')[0]!, at: 8, side: 'above' },
                    },
                  ],
                },
                surface,
              ),
            point: { kind: 'drag', attribute: 'step', field: 'distance' },
          },
        },
      },
    },
    { kind: 'panes', panes: { all: map('all'), beside: map('beside') } },
  ],
  readout,
  tables,
});
