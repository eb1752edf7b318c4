import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import { compute, fit } from './compute.ts';
import { state } from './state.ts';

export default defineFigure({
  id: 'alignment',
  title: 'A translator that may look back',
  badge: 'trained',
  source: ({ parameters }) => `a translator trained here, ${parameters.toLocaleString('en')} parameters`,
  wide: true,
  state,
  fit,
  compute,
  controls: [],
  body: [
    {
      kind: 'panes',
      panes: {
        map: {
          drawing: {
            class: 'map',
            width: 416,
            label: ({ source, target }) =>
              `Alignment of “${source.join(' ')}” with “${target.join(' ')}”: row = written word, column = source word. Arrow keys move from cell to cell.`,
            plot: ({ source, target, flat, sums, max }, surface) =>
              heatmap({ queries: target, keys: source, weights: flat, sums, max }, surface),
            point: {
              kind: 'cells',
              fields: ['query', 'key'],
              size: ({ source, target }) => [target.length, source.length],
              chosen: ({ query, key }) => [query, key],
            },
          },
          legend: ({ max }) => ['0 ', { tag: 'i' }, ` ${showWeight(max)} attention weight`],
        },
      },
    },
  ],
  readout: ({ source, target, query, key, row }) => [
    'writing ',
    { tag: 'b', concept: 'query', lang: 'fr', text: target[query]! },
    ', the query attends to key ',
    { tag: 'b', concept: 'key', lang: 'en', text: source[key]! },
    ': ',
    ['weights', showWeight(row[key]!)],
  ],
  tables: ({ source, target, weights, sums }) => [
    {
      caption: 'Attention weights: row = written word (query), column = source word (key).',
      rows: target,
      columns: [...source, 'sum'],
      words: [...target, ...source],
      lang: 'fr',
      cell: (query, key) =>
        key === source.length ? exact(sums[query]!, (sum) => sum.toFixed(2)) : exact(weights[query]![key]!, showWeight),
    },
  ],
});
