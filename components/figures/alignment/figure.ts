import { rowSums } from '#lib/analysis/rowSums.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { integer, optional } from '../../figure/state/fields.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import { checkAlignment, strongestIn } from './compute.ts';
import { redApple } from './example.ts';

checkAlignment(redApple);
const { source, target, weights: rows, languages, chosen } = redApple;
const weights = rows.flat();
const sums = rowSums(weights, source.length);
export const max = Math.max(...weights);

export default defineFigure({
  id: 'alignment',
  title: 'A translator that may look back',
  badge: 'hand-set',
  wide: true,
  state: {
    /** The target word and, left open, the source word with the largest weight; counted from 0. */
    query: integer(chosen, { from: 0, to: target.length - 1 }),
    key: { ...optional(integer(0, { from: 0, to: source.length - 1 })), follows: 'query' },
  },
  compute: ({ query, key }) => ({ query, key: key ?? strongestIn(rows[query]!), row: rows[query]! }),
  controls: [],
  body: [
    {
      kind: 'panes',
      panes: {
        map: {
          drawing: {
            class: 'map',
            width: 416,
            label: `Alignment of “${source.join(' ')}” with “${target.join(' ')}”: row = target word, column = source word. Arrow keys move from cell to cell.`,
            plot: (_, surface) => heatmap({ queries: target, keys: source, weights, sums, max }, surface),
            point: {
              kind: 'cells',
              fields: ['query', 'key'],
              size: () => [target.length, source.length],
              chosen: ({ query, key }) => [query, key],
            },
          },
          legend: ['0 ', { tag: 'i' }, ` ${showWeight(max)} attention weight`],
        },
      },
    },
  ],
  readout: ({ query, key, row }) => [
    'writing ',
    { tag: 'b', concept: 'query', lang: languages.target, text: target[query]! },
    ', the query attends to key ',
    { tag: 'b', concept: 'key', lang: languages.source, text: source[key]! },
    ': ',
    ['weights', showWeight(row[key]!)],
  ],
  tables: () => [
    {
      caption: 'Attention weights: row = target word (query), column = source word (key).',
      rows: target,
      columns: [...source, 'sum'],
      words: [...target, ...source],
      lang: languages.target,
      cell: (query, key) =>
        key === source.length ? exact(sums[query]!, (sum) => sum.toFixed(2)) : exact(rows[query]![key]!, showWeight),
    },
  ],
});
