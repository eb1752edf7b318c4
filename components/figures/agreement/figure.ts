import type { AgreementKind } from '#lib/training/agreement/kinds.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { spreadTable } from '../../figure/spread-table.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showPercent } from '../../plots/percent.ts';
import { shares } from '../../plots/shares.ts';
import { showSpread } from '../../plots/spread.ts';
import { showWeight } from '../../plots/weight.ts';
import { compute, fit, groups, type Shown } from './compute.ts';
import { fillings, fronts, subjects } from './pieces.ts';
import { state } from './state.ts';

export const kinds: Readonly<Record<AgreementKind, string>> = {
  attention: 'attention',
  recurrent: 'recurrent network',
};
/** Short, for a phone has little room beside a map. */
const layers = ['first', 'second'];

const answer = (name: string, { verb, probability, isRight }: Shown['attention']): Part[] => [
  `${name}: `,
  { tag: 'strong', text: verb },
  ` with a probability of ${showWeight(probability)}, ${isRight ? 'right' : 'wrong'}`,
];

export default defineFigure({
  id: 'agreement',
  title: 'Is, or are',
  badge: 'trained',
  source: ({ seeds }) => `two models of one size, trained here from ${seeds} seeds each`,
  wide: true,
  state,
  fit,
  compute,
  controls: [
    { kind: 'select', field: 'front', label: 'In front', options: fronts.map((front) => front || 'nothing') },
    { kind: 'select', field: 'noun', label: 'Subject', options: subjects.map(([one]) => one) },
    { kind: 'strip', field: 'number', label: 'How many', options: ['one', 'several'] },
    { kind: 'select', field: 'filling', label: 'Behind it', options: fillings.map((words) => words || 'nothing') },
  ],
  body: [
    {
      kind: 'text',
      class: 'verdict',
      text: ({ words, attention, recurrent }) => [
        { tag: 'i', text: `${words.join(' ')} …` },
        ' ',
        ...answer('Attention', attention),
        '; ',
        ...answer('recurrent network', recurrent),
        '.',
      ],
    },
    {
      kind: 'panes',
      panes: {
        looks: {
          title: 'What the place of the verb looks at, the mean of two heads',
          drawing: {
            class: 'map',
            width: 860,
            label:
              'Attention weights of the place where the verb is asked for: row = layer, column = word. Arrow keys move from cell to cell.',
            plot: ({ keys, weights }, surface) => heatmap({ queries: layers, keys, weights, max: 1 }, surface),
            point: {
              kind: 'cells',
              fields: ['layer', 'word'],
              size: ({ keys }) => [layers.length, keys.length],
              chosen: ({ cell }) => cell,
            },
          },
          legend: ['0 ', { tag: 'i' }, ' 1 attention weight'],
        },
      },
    },
    {
      kind: 'panes',
      panes: {
        chart: {
          title: 'Right verbs, in sentences that were kept out of training',
          drawing: {
            class: 'chart',
            width: 560,
            label:
              'Share of right verbs against the number of words between subject and verb, for attention, the recurrent network and the rule of the nearest noun: the mean of the seeds, with a band from the lowest to the highest. The table has the numbers.',
            plot: ({ group, right, nearest }, surface) =>
              shares(
                {
                  groups,
                  xLabel: 'words between subject and verb',
                  chosen: group,
                  lines: [
                    { ...right.attention, look: 'strong', label: { text: kinds.attention, at: 3, side: 'above' } },
                    { ...right.recurrent, look: 'faint', label: { text: kinds.recurrent, at: 1, side: 'below' } },
                    {
                      look: 'faint',
                      means: nearest,
                      lowest: nearest,
                      highest: nearest,
                      label: { text: 'the nearest noun', at: 2, side: 'below' },
                    },
                  ],
                },
                surface,
              ),
            point: { kind: 'drag', attribute: 'step', field: 'group' },
          },
        },
      },
    },
  ],
  readout: ({ cell: [layer, word], keys, weights, heldOut, group, right, nearest }) => [
    `In the ${layers[layer]!} layer, the place of the verb looks at `,
    ['key', keys[word]!],
    ': ',
    ['weights', showWeight(weights[layer * keys.length + word]!)],
    `. This sentence ${heldOut ? 'was kept out of training' : 'may have been in training'}. With ${groups[group]!} words between, right are: attention ${showSpread(right.attention, group)}; recurrent network ${showSpread(right.recurrent, group)}; the nearest noun ${showPercent(nearest[group]!)}.`,
  ],
  tables: ({ keys, weights, right, nearest, seeds, each }) => [
    {
      caption: 'Attention weights of the place of the verb, the mean of two heads: row = layer, column = word.',
      rows: layers,
      columns: keys,
      cell: (layer, word) => exact(weights[layer * keys.length + word]!, showWeight),
    },
    spreadTable(
      {
        caption: `The share of right verbs in ${each} held-out sentences of each distance, in per cent: the mean of ${seeds} seeds, the lowest and the highest.`,
        corner: 'words between',
        rows: groups,
      },
      [
        { name: kinds.attention, shares: right.attention },
        { name: kinds.recurrent, shares: right.recurrent },
        { name: 'the nearest noun', shares: nearest },
      ],
      1,
    ),
  ],
});
