import { model } from 'virtual:encoder';
import { rowSums } from '#lib/analysis/rowSums.ts';
import { headWorkings, type Reading } from '#lib/encoder/reading.ts';
import { defineFigure, type Drawing } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { swatch, type Part } from '../../figure/phrase.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { frameLine, oneRow } from '../../plots/one-row.ts';
import { signedPaint } from '../../plots/signed.ts';
import { frameStrip, strips } from '../../plots/strips.ts';
import { showWeight } from '../../plots/weight.ts';
import { fitCell, headControls, nameOfHead } from '../../sentence/cell.ts';
import { arithmetic } from './arithmetic.ts';
import { compute, explain, rowOf, rowOfAll, sizeOfLargest, state, three, type Stages } from './compute.ts';

type Choice = 'query' | 'key' | 'feature';

/** One of the four matrices: a choice in one is a choice in all. */
function matrix(
  label: string,
  fields: readonly [row: Choice, column: Choice],
  plot: Drawing<typeof state, Stages>['plot'],
  marks: readonly Choice[] = ['query', 'key', 'feature'],
): Drawing<typeof state, Stages> {
  const [row, column] = fields;
  const isStrip = column === 'feature';
  return {
    class: 'map',
    width: 416,
    label: `${label} Arrow keys move from ${isStrip ? 'feature to feature' : 'cell to cell'}.`,
    plot,
    point: {
      kind: 'cells',
      fields,
      size: ({ labels: { length: n }, features }) => [n, isStrip ? features : n],
      chosen: (stages) => [stages[row], stages[column]],
    },
    marks,
    mark: (svg, stages) => (isStrip ? frameStrip : frameCell)(svg, stages[row], stages[column]),
  };
}

function readout({ labels, features, scores, weights, output, query, key, feature }: Stages): Part[] {
  const cell = query * labels.length + key;
  return [
    'query ',
    ['query', labels[query]!],
    ' and key ',
    ['key', labels[key]!],
    ': score ',
    ['scores', showNumber(scores[cell]!)],
    ', weight ',
    ['weights', showWeight(weights[cell]!)],
    '; output ',
    ['query', labels[query]!],
    `, feature ${feature + 1}: `,
    ['output', showNumber(output[query * features + feature]!)],
  ];
}

/** Both maps, and the chosen row with all that made one feature of its output. */
function tables(stages: Stages): readonly NumberTable[] {
  const { labels, features, scores, weights, V, query, feature } = stages;
  const n = labels.length;
  const map = (title: string, x: Float32Array, show: (value: number) => string): NumberTable => ({
    caption: `${title}, ${nameOfHead(stages)}: row = query, column = key.`,
    rows: labels,
    columns: labels,
    words: labels,
    cell: (row, column) => exact(x[row * n + column]!, show),
  });
  const { weight } = explain(stages);
  const row = rowOf(weights, query, n);
  const value = (key: number): number => V.data[key * features + feature]!;
  const made: Record<string, (key: number) => number> = {
    score: (key) => weight.scores[key]!,
    'exp(score − largest)': (key) => weight.powers[key]!,
    weight: (key) => row[key]!,
    [`value, feature ${feature + 1}`]: value,
    'weight × value': (key) => row[key]! * value(key),
  };
  return [
    map('Scores', scores, showNumber),
    map('Attention weights', weights, showWeight),
    {
      caption: `What made feature ${feature + 1} of output ${labels[query]!}.`,
      rows: Object.keys(made),
      columns: labels,
      words: labels,
      cell: (step, key) => exact(Object.values(made)[step]!(key), three),
    },
  ];
}

export default defineFigure({
  id: 'three-stages',
  title: 'Scores, weights, output',
  badge: 'trained',
  source: model.name,
  wide: true,
  state,
  fit(state, { pieces, layers }: Reading) {
    const features = headWorkings(layers[state.layer - 1]!, state.head - 1).V.shape[1]!;
    const { feature } = state;
    return {
      ...fitCell(state, pieces.length),
      feature: feature === undefined ? feature : Math.min(feature, features - 1),
    };
  },
  compute,
  controls: [
    {
      kind: 'select',
      field: 'query',
      label: 'The word that looks',
      options: ({ labels }) => labels,
      chosen: ({ query }) => query,
    },
    ...headControls,
    { kind: 'strip', field: 'show', label: 'Show', options: ['one row', 'its sums', 'all rows'] },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        row: {
          title: ({ labels, query }) => [
            { tag: 'b', class: 'asking', concept: 'query', text: labels[query]! },
            ' looks at every word',
          ],
          note: ({ features }) => [
            'Its query meets each key: a score, ',
            ['query', 'Q'],
            ['key', 'K'],
            { tag: 'sup', text: '⊤' },
            ' ÷ √',
            { tag: 'span', class: 'features', text: String(features) },
            '. The scores become shares, ',
            ['weights', 'A'],
            ' = softmax. It takes each value in that share, and adds them up: ',
            ['weights', 'A'],
            ['value', 'V'],
            '.',
          ],
          drawing: {
            class: 'map',
            width: 860,
            label: ({ labels, query }) =>
              `One row, that of ${labels[query]}: its query and every key, the scores, the shares, the values in those shares and their sum. Arrow keys move from key to key and from feature to feature.`,
            plot: (stages, surface) => oneRow(rowOfAll(stages), surface),
            point: {
              kind: 'cells',
              fields: ['key', 'feature'],
              size: ({ labels: { length: n }, features }) => [n, features],
              chosen: ({ key, feature }) => [key, feature],
            },
            marks: ['key', 'feature'],
            mark: (svg, { key, feature }) => frameLine(svg, key, feature),
          },
        },
        scores: {
          title: ['Scores, ', ['scores', 'S']],
          note: [
            'how well each key fits each query: ',
            ['query', 'Q'],
            ['key', 'K'],
            { tag: 'sup', text: '⊤' },
            ' ÷ √d',
          ],
          drawing: matrix('Scores.', ['query', 'key'], ({ labels, scores }, surface) =>
            heatmap(
              { queries: labels, keys: labels, weights: scores, max: sizeOfLargest(scores), paint: signedPaint },
              surface,
            ),
          ),
          legend({ scores }) {
            const most = sizeOfLargest(scores);
            return [`${showNumber(-most)} `, swatch('signed'), ` ${showNumber(most)} score`];
          },
        },
        weights: {
          title: ['Shares, ', ['weights', 'A']],
          note: ['each row of scores made to add up to 1: softmax(', ['scores', 'S'], ')'],
          drawing: matrix('Attention weights.', ['query', 'key'], ({ labels, weights }, surface) => {
            const sums = rowSums(weights, labels.length);
            return heatmap({ queries: labels, keys: labels, weights, sums, max: sizeOfLargest(weights) }, surface);
          }),
          legend: ({ weights }) => ['0 ', swatch(), ` ${showWeight(sizeOfLargest(weights))} attention weight`],
        },
        // Values and outputs share one scale, so that a blend can be compared with what went into it.
        values: {
          title: ['Values, ', ['value', 'V']],
          note: ({ labels, query }) => ['pale: all of it; strong: as much as ', ['query', labels[query]!], ' takes'],
          drawing: matrix(
            'Values, a row a key.',
            ['key', 'feature'],
            ({ labels, features, weights, V, query }, surface) => {
              const row = rowOf(weights, query, labels.length);
              const all = labels.map((label, key) => ({
                label,
                values: rowOf(V.data, key, features),
                share: row[key]!,
                note: `${showWeight(row[key]!)} ×`,
              }));
              const look = { ink: 'var(--value)', rows: 'key', rowInk: 'var(--key)' };
              return strips({ strips: all, max: sizeOfLargest(V.data), ...look }, surface);
            },
            ['key', 'feature'],
          ),
        },
        output: {
          title: ['Outputs, ', ['output', 'O']],
          note: ['the strong parts, added up: ', ['weights', 'A'], ['value', 'V']],
          drawing: matrix(
            'Outputs, a row a query.',
            ['query', 'feature'],
            ({ labels, features, output, V }, surface) => {
              const all = labels.map((label, query) => ({ label, values: rowOf(output, query, features) }));
              const look = { ink: 'var(--ink)', rows: 'query', rowInk: 'var(--query)' };
              return strips({ strips: all, max: sizeOfLargest(V.data), ...look }, surface);
            },
          ),
        },
      },
    },
    {
      kind: 'text',
      class: 'scale',
      text: ({ V }) => `A bar as high as half its row is ${showNumber(sizeOfLargest(V.data))}; down is negative.`,
    },
    { kind: 'element', make: arithmetic },
  ],
  readout,
  tables,
});
