import { targets } from '#lib/planar/targets.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { directions } from '../../plots/directions.ts';
import { mapPair } from '../../plots/map-pair.ts';
import { plane } from '../../plots/plane.ts';
import { showWeight } from '../../plots/weight.ts';
import {
  all,
  extent,
  gameOf,
  limit,
  names,
  pointInWords,
  planeOf,
  positionOf,
  readoutOf,
  start,
  state,
  step,
  verdictOf,
  words,
  type Game,
  type Position,
} from './compute.ts';

const n = words.length;
const columns = ['yours', 'target'].flatMap((whose) => words.map((word) => `${whose}: ${word}`));

export default defineFigure({
  id: 'be-the-head',
  title: 'Be the head: move the arrows until the maps agree',
  badge: 'hand-set',
  source: 'arithmetic computed',
  wide: true,
  state,
  compute(state): Game & Position {
    const game = gameOf(state);
    return { ...game, ...positionOf(game.head, game.target) };
  },
  controls: [
    { kind: 'strip', field: 'target', label: 'Target: each word attends to', options: Object.values(names) },
    {
      kind: 'press',
      class: 'answer',
      label: ({ reachable }) => (reachable ? 'Show one answer' : 'Show the nearest'),
      act: ({ target }) => {
        const { queries, keys } = targets[target].best;
        return { queries: queries.flat(), keys: keys.flat() };
      },
    },
    {
      kind: 'press',
      class: 'reset',
      label: 'Start again',
      act: () => ({ queries: start.queries.flat(), keys: start.keys.flat() }),
    },
    {
      kind: 'select',
      field: 'arrow',
      label: 'Arrow in hand',
      options: all.map(({ kind, word }) => `${kind} of ${words[word]!}`),
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        arrows: {
          drawing: {
            class: 'plane',
            width: 416,
            label: 'Queries and keys of four words, as arrows in a plane',
            plot: ({ head, chosen }, surface) => plane(planeOf(head, chosen), surface),
            point: {
              kind: 'plane',
              extent,
              limit,
              step,
              handles: all.map(({ kind, word }) => ({
                label: `${kind} of ${words[word]!}`,
                field: kind === 'query' ? ('queries' as const) : ('keys' as const),
                first: 2 * word,
              })),
              say: pointInWords,
              held: 'arrow',
            },
          },
        },
        maps: {
          drawing: {
            class: 'maps',
            width: 416,
            label: 'The map that your arrows make, beside the target. The numbers stand below.',
            plot: ({ maps }, surface) => mapPair(maps, surface),
          },
          below(document, shown) {
            const verdict = document.createElement('p');
            verdict.setAttribute('class', 'verdict');
            verdict.setAttribute('data-met', String(shown.met));
            verdict.textContent = verdictOf(shown);
            return verdict;
          },
        },
        values: {
          drawing: {
            class: 'directions',
            width: 416,
            label: 'Singular values of the scores, yours beside those the target needs; as numbers in the table.',
            plot: (shown, surface) => directions(shown.directions, surface),
          },
        },
      },
    },
  ],
  readout: readoutOf,
  tables: ({ weights, wanted, directions: { yours, needed } }) => [
    {
      caption: 'Attention weights: row = query, column = key. In the last row, singular values of the scores.',
      rows: [...words, 'directions'],
      columns,
      words: [...words, ...columns],
      cell(query, column) {
        const [isYours, key] = [column < n, column % n];
        if (query === n) {
          const size = (isYours ? yours : needed)?.[key];
          return size === undefined ? '–' : exact(size, (value) => value.toFixed(2));
        }
        return exact((isYours ? weights : wanted)[query * n + key]!, showWeight);
      },
    },
  ],
});
