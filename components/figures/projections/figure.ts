import { letters, places } from '#lib/training/projections/circles.ts';
import type { ProjectionKind } from '#lib/training/projections/kinds.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { spreadTable } from '../../figure/spread-table.ts';
import { frameMirror } from '../../plots/frame-mirror.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { outlineCells } from '../../plots/outline-cells.ts';
import { shares } from '../../plots/shares.ts';
import { showSpread } from '../../plots/spread.ts';
import { showWeight } from '../../plots/weight.ts';
import { compute, type Shown } from './compute.ts';
import { others, state } from './state.ts';

export const kinds: Readonly<Record<ProjectionKind, string>> = {
  separate: 'separate',
  tied: 'Q = K',
  wider: 'Q = K, wider',
  longer: 'Q = K, trained eight times as long',
  one: 'Q = K = V',
  followed: 'Q = K, a feed-forward layer behind',
  'followed-longer': 'Q = K, that layer behind, eight times as long',
};
const circles = Array.from({ length: places }, (_, at) => String(at + 1));
const letter = (number: number): string => 'ABCDEFGH'.slice(0, letters)[number]!;
const named = ({ names }: Shown): string[] => names.map((name, place) => `${place + 1} names ${name + 1}`);
const held = ({ holds }: Shown): string[] => holds.map((number, place) => `${place + 1}: ${letter(number)}`);

type Side = 'separate' | 'beside';

const map = (side: Side): Pane<typeof state, Shown> => ({
  title: (shown) => kinds[shown[side].kind],
  drawing: {
    class: 'map',
    width: 416,
    label: (shown) =>
      `Attention weights with ${kinds[shown[side].kind]} projections: row = the place that asks, column = the place it looks at.${side === 'separate' ? ' Arrow keys move from cell to cell.' : ''}`,
    plot(shown, surface) {
      const { weights } = shown[side];
      const svg = heatmap({ queries: named(shown), keys: held(shown), weights, max: 1 }, surface);
      return outlineCells(
        svg,
        shown.names.map((name, place) => place * shown.names.length + name),
      );
    },
    point: {
      kind: 'cells',
      fields: ['query', 'key'],
      size: ({ names }) => [names.length, names.length],
      chosen: ({ cell }) => cell,
      byKeys: side === 'separate',
    },
    marks: ['query', 'key'],
    mark: (svg, { cell }) => frameMirror(svg, ...cell),
  },
  legend: ['0 ', { tag: 'i' }, ' 1 attention weight'],
});

function readout({ circle, cell: [query, key], names, holds, separate, beside }: Shown): Part[] {
  const n = names.length;
  const both = ({ weights, scores, says }: Shown[Side]): Part[] => [
    ['weights', showWeight(weights[query * n + key]!)],
    ...(query === key ? [] : [' and back ', ['weights', showWeight(weights[key * n + query]!)] satisfies Part]),
    ` (scores ${showNumber(scores[query * n + key]!)}${query === key ? '' : ` and ${showNumber(scores[key * n + query]!)}`}), and ${query + 1} says ${letter(says[query]!)}, ${says[query] === holds[names[query]!] ? 'right' : 'wrong'}`,
  ];
  return [
    `In circles of ${circles[circle]!}, right are: separate ${showSpread(separate.right, circle)}; ${kinds[beside.kind]} ${showSpread(beside.right, circle)}. In the maps, `,
    ['query', String(query + 1)],
    ' looks at ',
    ['key', String(key + 1)],
    ': separate ',
    ...both(separate),
    `; ${kinds[beside.kind]} `,
    ...both(beside),
    '.',
  ];
}

function tables(shown: Shown): readonly NumberTable[] {
  const sides = [shown.separate, shown.beside];
  const n = shown.names.length;
  const ofMap = (caption: string, numbers: readonly number[], show: (value: number) => string): NumberTable => ({
    caption,
    rows: named(shown),
    columns: held(shown),
    words: [...named(shown), ...held(shown)],
    cell: (query, key) => exact(numbers[query * n + key]!, show),
  });
  return [
    spreadTable(
      {
        caption: `The share of places that say the right letter, in per cent, by the number of places in their circle: the mean of ${shown.seeds} seeds, the lowest and the highest.`,
        corner: 'places',
        rows: circles,
      },
      sides.map(({ kind, right }) => ({ name: kinds[kind], shares: right })),
    ),
    ...sides.flatMap(({ kind, weights, scores }) => [
      ofMap(`Attention weights, ${kinds[kind]}: row = query, column = key.`, weights, showWeight),
      ofMap(`Scores, ${kinds[kind]}: row = query, column = key.`, scores, showNumber),
    ]),
  ];
}

export default defineFigure({
  id: 'projections',
  title: 'Ask, and be asked',
  badge: 'trained',
  source: ({ seeds }) => `one layer of attention, trained here from ${seeds} seeds`,
  wide: true,
  state,
  compute,
  controls: [
    {
      kind: 'select',
      field: 'other',
      label: 'Beside separate projections',
      options: others.map((kind) => kinds[kind]),
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          title: 'Right letters, in rows that were kept out of training',
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'Share of right letters against the number of places in the circle, for separate projections and the others: the mean of the seeds, with a band from the lowest to the highest. The table has the numbers.',
            plot: ({ circle, separate, beside }, surface) =>
              shares(
                {
                  groups: circles,
                  xLabel: 'places in the circle',
                  chosen: circle,
                  lines: [
                    { ...separate.right, look: 'strong', label: { text: kinds.separate, at: 5, side: 'above' } },
                    {
                      ...beside.right,
                      look: 'faint',
                      label: { text: kinds[beside.kind].split(',')[0]!, at: 3, side: 'below' },
                    },
                  ],
                },
                surface,
              ),
            point: { kind: 'drag', attribute: 'step', field: 'circle' },
          },
        },
      },
    },
    { kind: 'panes', panes: { separate: map('separate'), beside: map('beside') } },
  ],
  readout,
  tables,
});
