import { defineFigure } from '../../figure/definition.ts';
import { integer, oneOf } from '../../figure/state/fields.ts';
import { spreadTable } from '../../figure/spread-table.ts';
import { shares, type ShareLine } from '../../plots/shares.ts';
import { showSpread, type Spread } from '../../plots/spread.ts';
import { budgets, each, groups, kinds, rightOf, seeds, type Kind } from './compute.ts';

const names: Record<Kind, string> = { attention: 'looking back', fixed: 'through one vector' };

function lineOf(kind: Kind, right: Spread): ShareLine {
  return {
    ...right,
    look: kind === 'attention' ? 'strong' : 'faint',
    label: { text: names[kind], at: 0, side: 'above' },
  };
}

export default defineFigure({
  id: 'translation-length',
  title: 'Right, by the length of the sentence',
  badge: 'trained',
  source: `${seeds} seeds of each kind`,
  state: {
    steps: oneOf(String(budgets.at(-1)), budgets.map(String)),
    /** The group of lengths that is read out, counted from 0. */
    group: integer(2, { from: 0, to: groups.length - 1 }),
  },
  compute: ({ steps, group }) => ({
    steps: Number(steps),
    group,
    attention: rightOf('attention', Number(steps)),
    fixed: rightOf('fixed', Number(steps)),
  }),
  controls: [
    {
      kind: 'strip',
      field: 'steps',
      label: 'Steps of training',
      options: budgets.map((steps) => steps.toLocaleString('en')),
    },
    { kind: 'select', field: 'group', label: 'Words in the sentence', options: groups },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        chart: {
          title: 'Held-out sentences that are right, word for word',
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'Share of sentences that are right against their length, for the translator that looks back and the one with one vector: the mean of the seeds, with a band from the lowest to the highest. The table has the numbers.',
            plot: (shown, surface) =>
              shares(
                {
                  groups,
                  xLabel: 'words in the English sentence',
                  chosen: shown.group,
                  lines: kinds.map((kind) => lineOf(kind, shown[kind])),
                },
                surface,
              ),
            point: { kind: 'drag', attribute: 'step', field: 'group' },
          },
        },
      },
    },
  ],
  readout: ({ group, attention, fixed, steps }) =>
    `Of sentences of ${groups[group]} words, after ${steps.toLocaleString('en')} steps: looking back ${showSpread(attention, group)} are right, through one vector ${showSpread(fixed, group)}.`,
  tables: ({ attention, fixed, steps }) => [
    spreadTable(
      {
        caption: `The share of ${each} held-out sentences of each length that is right, in per cent, after ${steps.toLocaleString('en')} steps: the mean of ${seeds} seeds, the lowest and the highest.`,
        corner: 'words',
        rows: groups,
      },
      [
        { name: names.attention, shares: attention },
        { name: names.fixed, shares: fixed },
      ],
    ),
  ],
});
