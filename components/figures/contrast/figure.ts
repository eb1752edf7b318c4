import { model } from 'virtual:encoder';
import { defineFigure, type Drawing, type Pane } from '../../figure/definition.ts';
import { swatch, type Part } from '../../figure/phrase.ts';
import { flag, oneOf, optional, text, type State } from '../../figure/state/fields.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { pairedBars } from '../../plots/paired-bars.ts';
import { showWeight } from '../../plots/weight.ts';
import { cellState, fitCell, headControls } from '../../sentence/cell.ts';
import {
  apartBars,
  mapOf,
  movedBars,
  readoutOf,
  sentencesOf,
  sizeOfLargest,
  tablesOf,
  weightsOf,
  type Shown,
  type Which,
} from './compute.ts';
import { presetOf, presets, type ContrastReading } from './reading.ts';

const longest = 200;

const state = {
  pair: oneOf('bank', [...presets.map(({ id }) => id), 'own']),
  /** Texts of a reader's own, both for `own`. */
  first: optional(text('', { longest })),
  second: optional(text('', { longest })),
  /** The cell is the watched word and the swapped one, where it is left open. */
  ...cellState,
  cut: flag(true),
};
export type ContrastState = State<typeof state>;

const byKeys = 'How the attention weights of the two sentences differ. Arrow keys move from cell to cell.';

function map(which: Which): Drawing<typeof state, Shown> {
  return {
    class: 'map',
    width: 416,
    label: byKeys,
    plot: (shown, surface) => heatmap(mapOf(shown, which), surface),
    point: {
      kind: 'cells',
      fields: ['query', 'key'],
      size: ({ contrast: { merged } }) => [merged.length, merged.length],
      chosen: ({ choice: { query, key } }) => [query, key],
      byKeys: which === 'difference',
    },
  };
}

const weights = (which: 'first' | 'second', title: string): Pane<typeof state, Shown> => ({
  title: [['weights', title]],
  note: ({ contrast: { texts } }) => texts[which === 'first' ? 0 : 1],
  drawing: map(which),
  legend: (shown) => ['0 ', swatch(), ` ${showWeight(weightsOf(shown).max)} attention weight`],
});

/** The edge that the switch takes away. */
const cutOf = ({ contrast: { merged }, choice: { query, key } }: Shown): Part[] => [
  'Cut ',
  ['query', merged[query]!],
  ' → ',
  ['key', merged[key]!],
];

export default defineFigure({
  id: 'contrast',
  title: 'One word swapped, one edge cut',
  badge: 'trained',
  source: model.name,
  wide: true,
  state,
  /** Texts that come with the figure are that pair, whoever typed them. */
  fit(state, { contrast: { texts, merged } }: ContrastReading) {
    const id = presetOf(texts)?.id;
    const own = id
      ? { pair: id, first: undefined, second: undefined }
      : { pair: 'own', first: texts[0], second: texts[1] };
    return { ...fitCell(state, merged.length), ...own } as ContrastState;
  },
  compute({ layer, head, query, key }, { contrast, first, cut }: ContrastReading): Shown {
    const choice = { query: query ?? first.query, key: key ?? first.key };
    return { contrast, at: { layer: layer - 1, head: head - 1 }, choice, cut };
  },
  controls: [
    { kind: 'select', field: 'pair', label: 'Pair', options: [...presets.map(({ label }) => label), 'your own'] },
    ...headControls,
    { kind: 'switch', field: 'cut', label: cutOf },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        first: weights('first', 'A₁'),
        second: weights('second', 'A₂'),
        difference: {
          title: [['weights', 'A₂ − A₁']],
          note: 'what the second gives more, and less',
          drawing: map('difference'),
          legend(shown) {
            const most = showNumber(sizeOfLargest(weightsOf(shown).difference));
            return [`−${most} `, swatch('signed'), ` ${most} difference`];
          },
        },
        apart: {
          title: '1 − cosine between the sentences',
          note: 'how far apart each word comes out of the last layer',
          drawing: {
            class: 'bars',
            width: 416,
            label: 'How far apart each word comes out in the two sentences. The numbers stand below.',
            plot: (shown, surface) => pairedBars(apartBars(shown), surface),
          },
          legend: sentencesOf,
        },
        moved: {
          title: '1 − cosine with what it was',
          note: ({ cut }) => (cut ? 'how far the cut turned each word' : 'nothing is cut, so nothing moved'),
          drawing: {
            class: 'bars',
            width: 416,
            label: 'How far the cut turned each word from what it was, in either sentence. The numbers stand below.',
            plot: (shown, surface) => pairedBars(movedBars(shown), surface),
          },
        },
      },
    },
  ],
  readout: readoutOf,
  tables: tablesOf,
});
