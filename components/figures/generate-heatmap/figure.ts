import { model } from 'virtual:encoder';
import { headWeights, type Reading } from '#lib/encoder/reading.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { swatch } from '../../figure/phrase.ts';
import { flag, oneOf, type State } from '../../figure/state/fields.ts';
import { longestDrawing, withoutMark } from '../../model/labels.ts';
import { viewOf, type View } from '../../model/view.ts';
import { attentionRow } from '../../plots/attention-row.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { largeHeatmap, markLargeHeatmap } from '../../plots/large-heatmap.ts';
import type { Surface } from '../../plots/surface.ts';
import { drawing } from '../../plots/svg.ts';
import { showWeight } from '../../plots/weight.ts';
import { rowOf } from './headline.ts';
import { cellFields, cellOf, fitCell, headControls, headState, nameOfHead } from '../../sentence/cell.ts';

const longest = { from: 0, to: 127 };

const state = {
  ...headState,
  unit: oneOf('words', ['words', 'pieces']),
  untrained: flag(false),
  ...cellFields(longest),
};

export type HeatmapState = State<typeof state>;

/** The page's sentence, and what the same architecture makes of it before training, where that is asked for. */
export interface HeatmapReading extends Reading {
  readonly untrained?: Reading | undefined;
}

export interface Heatmap extends Pick<HeatmapState, 'layer' | 'head'> {
  readonly text: string;
  readonly trained: View;
  readonly untrained?: View | undefined;
  readonly max: number;
  /** Whether it has more words than have room for their names: then the chosen row stands below it. */
  readonly isLarge: boolean;
  readonly cell: readonly [query: number, key: number];
}

type Side = 'trained' | 'untrained';

function viewIn({ pieces, layers }: Reading, { layer, head, unit }: HeatmapState): View {
  return viewOf(pieces, headWeights(layers[layer - 1]!, head - 1), unit);
}

export function compute(state: HeatmapState, reading: HeatmapReading): Heatmap {
  const trained = viewIn(reading, state);
  const untrained = state.untrained && reading.untrained ? viewIn(reading.untrained, state) : undefined;
  const n = trained.labels.length;
  // What the page is about, as long as the reader has chosen no other word.
  const bank = trained.labels.indexOf('bank');
  const { query, key } = state;
  return {
    layer: state.layer,
    head: state.head,
    text: reading.text,
    trained,
    untrained,
    max: Math.max(...trained.weights, ...(untrained?.weights ?? [])),
    isLarge: n > longestDrawing,
    cell: cellOf({ key, query: query ?? (bank < 0 ? undefined : bank) }, trained.weights, n),
  };
}

function mapOf({ labels, weights, sums }: View, max: number, surface: Surface): SVGSVGElement {
  return heatmap({ queries: labels, keys: labels, weights, sums, max }, surface);
}

function map(side: Side, title: string, badge: string, source: string, byKeys: boolean): Pane<typeof state, Heatmap> {
  return {
    title: [
      `${title} `,
      {
        tag: 'span',
        class: 'badge',
        text: source ? [badge, { tag: 'span', class: 'source', text: source }] : badge,
      },
    ],
    drawing: {
      class: 'map',
      width: 730,
      label: ({ text }) => `Attention map of “${text.slice(0, 200)}”. Arrow keys move from cell to cell.`,
      plot({ [side]: view, max, isLarge }, surface) {
        if (!view) return drawing(surface, 0);
        return isLarge
          ? largeHeatmap({ labels: view.labels, weights: view.weights, max }, surface)
          : mapOf(view, max, surface);
      },
      whole: ({ [side]: view, max, isLarge }, document) =>
        view && isLarge ? mapOf(view, max, { document, width: 120 + 16 * view.labels.length }) : undefined,
      point: {
        kind: 'cells',
        fields: ['query', 'key'],
        size: ({ trained: { labels } }) => [labels.length, labels.length],
        chosen: ({ cell }) => cell,
        byKeys,
      },
      mark(svg, { [side]: view, cell }) {
        if (!view) return;
        if (svg.querySelector('[data-across]')) markLargeHeatmap(svg, view.labels.map(withoutMark), ...cell);
        else frameCell(svg, ...cell);
      },
    },
  };
}

export default defineFigure({
  id: 'generate-heatmap',
  title: 'Attention weights between words',
  badge: 'trained',
  source: model.name,
  wide: true,
  state,
  fit: (state, reading: HeatmapReading) => fitCell(state, viewIn(reading, state).labels.length),
  compute,
  fold: 'More: layer, head, pieces, untrained',
  controls: [
    ...headControls,
    {
      kind: 'strip',
      field: 'unit',
      label: 'Show',
      options: ['words', 'pieces'],
      chosen: ({ trained: { unit } }) => unit,
    },
    { kind: 'switch', field: 'untrained', label: 'the same model without training, beside it' },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        trained: map('trained', 'After training', 'trained', '', true),
        untrained: map('untrained', 'Before training', 'seeded random', 'seed 1', false),
        row: {
          title: ({ isLarge, trained: { labels }, cell: [query] }) =>
            isLarge ? ['The row of ', ['query', withoutMark(labels[query]!)]] : '',
          drawing: {
            class: 'row-bars',
            width: 730,
            label: 'The chosen row as bars. The numbers stand below.',
            plot: (shown, surface) =>
              shown.isLarge
                ? attentionRow(
                    { keys: shown.trained.labels.map(withoutMark), weights: rowOf(shown), max: shown.max },
                    surface,
                  )
                : drawing(surface, 0),
          },
        },
      },
    },
    {
      kind: 'text',
      class: 'legend',
      text: ({ max }) => ['0 ', swatch(), ` ${showWeight(max)} attention weight`],
    },
    {
      kind: 'text',
      class: 'hint',
      text: 'Point at a cell, or press the name of a row or a column. A press holds a cell; pressing it again, or Esc, lets it go.',
    },
  ],
  readout({ trained: { labels, weights }, untrained, cell: [query, key] }) {
    const at = query * labels.length + key;
    return [
      'query ',
      ['query', withoutMark(labels[query]!)],
      ' attends to key ',
      ['key', withoutMark(labels[key]!)],
      ': ',
      ['weights', showWeight(weights[at]!)],
      ...(untrained ? [`; before training ${showWeight(untrained.weights[at]!)}`] : []),
    ];
  },
  tables({ trained: { labels, weights, sums }, isLarge, cell: [chosen], ...of }) {
    const n = labels.length;
    return [
      {
        caption: `Attention weights, ${nameOfHead(of)}: row = query, column = key.${isLarge ? ` Listed here: the row of “${withoutMark(labels[chosen]!)}”.` : ''}`,
        rows: labels,
        // Of a map too large for the page, one row.
        ...(isLarge && { listed: [chosen] }),
        columns: [...labels, 'sum'],
        words: labels,
        cell: (query, key) =>
          key === n ? exact(sums[query]!, (sum) => sum.toFixed(2)) : exact(weights[query * n + key]!, showWeight),
      },
    ];
  },
});
