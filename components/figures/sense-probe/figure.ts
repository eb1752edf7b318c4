import { defineFigure } from '../../figure/definition.ts';
import { integer } from '../../figure/state/fields.ts';
import { spreadTable } from '../../figure/spread-table.ts';
import { shares, type ShareLine } from '../../plots/shares.ts';
import { showSpread, type Spread } from '../../plots/spread.ts';
import { cards, foundBy, groups, lines, type Line } from './compute.ts';

const names: Record<Line, string> = {
  input: 'going in',
  'layer 1': 'after layer 1',
  'layer 2': 'after layer 2',
  shuffled: 'after layer 2, shuffled labels',
  untrained: 'after layer 2, before any training',
};
const looks: Record<Line, Pick<ShareLine, 'look' | 'label'>> = {
  'layer 2': { look: 'strong', label: { text: 'after layer 2', at: 0, side: 'above' } },
  'layer 1': { look: 'middle', label: { text: 'after layer 1', at: 1, side: 'below' } },
  untrained: { look: 'faintest', label: { text: 'before training', at: 1, side: 'above' } },
  input: { look: 'faint', label: { text: 'going in', at: 0, side: 'below' } },
  shuffled: { look: 'faintest', label: { text: 'shuffled labels', at: 2, side: 'below' } },
};
const found = Object.fromEntries(lines.map((line) => [line, foundBy(line)])) as Record<Line, Spread>;
const spread = (line: Line, group: number): string => showSpread(found[line], group);

export default defineFigure({
  id: 'sense-probe',
  title: 'Where the sense can be read',
  badge: 'trained',
  source: `${cards.length} seeds`,
  state: {
    /** The group of distances that is read out, counted from 0. */
    group: integer(groups.length - 1, { from: 0, to: groups.length - 1 }),
  },
  compute: ({ group }) => ({ group }),
  controls: [{ kind: 'strip', field: 'group', label: 'Words between', options: groups }],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          title: 'Held-out sentences in which a straight cut finds the sense',
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'The share of sentences in which a probe finds the sense, against the words between the form and the word that tells it: going in, after each layer, with shuffled labels, and before training. The mean of the seeds, with a band from the lowest to the highest. The table has the numbers.',
            plot: ({ group }, surface) =>
              shares(
                {
                  groups,
                  xLabel: 'words between',
                  chosen: group,
                  lines: lines.map((line) => ({ ...found[line], ...looks[line] })),
                },
                surface,
              ),
            point: { kind: 'drag', attribute: 'step', field: 'group' },
          },
        },
      },
    },
  ],
  readout: ({ group }) =>
    `With ${groups[group]} words between, a probe finds the sense in ${spread('layer 2', group)} of the sentences after layer 2, ${spread('layer 1', group)} after layer 1, ${spread('input', group)} going in. With shuffled labels it is ${spread('shuffled', group)}, before any training ${spread('untrained', group)}.`,
  tables: () => [
    spreadTable(
      {
        caption: `The share of held-out sentences in which a probe finds the sense, in per cent: the mean of ${cards.length} seeds, the lowest and the highest.`,
        corner: 'words between',
        rows: groups,
      },
      lines.map((line) => ({ name: names[line], shares: found[line] })),
    ),
  ],
});
