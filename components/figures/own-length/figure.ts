import { defineFigure } from '../../figure/definition.ts';
import { integer, oneOf, optional } from '../../figure/state/fields.ts';
import { amounts } from '../../plots/amounts.ts';
import { showWhole } from '../../plots/quantity.ts';
import { costsOf, lengths, longest, memoryOf, sentenceOf, tablesOf, workOf, type Shown } from './compute.ts';

const state = {
  words: oneOf('5000', lengths.map(String)),
  /** Words counted in a text of the reader's; another choice of length puts it aside. */
  counted: { ...optional(integer(1, { from: 1, to: longest })), follows: 'words' },
  /** Pieces that a word is cut into, on average. */
  pieces: oneOf('1.2', ['1', '1.2', '1.5', '2', '3']),
};

export default defineFigure({
  id: 'own-length',
  title: 'What a text of your length costs',
  badge: 'computed',
  source: 'the shape of Mistral 7B',
  state,
  compute: ({ words, counted, pieces }): Shown =>
    costsOf(counted ?? Number(words), Number(pieces), counted !== undefined),
  controls: [
    {
      kind: 'slider',
      field: 'words',
      label: 'Length of the text',
      show: ({ words, isCounted }) => `${showWhole(words)} words${isCounted ? ', counted' : ''}`,
    },
    {
      kind: 'strip',
      field: 'pieces',
      label: 'Pieces that a word is cut into, on average',
      options: state.pieces.names!,
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        work: {
          title: 'Multiplications in attention',
          drawing: {
            class: 'chart',
            width: 730,
            label: 'Multiplications in three ways, on a logarithmic axis. The numbers stand below.',
            plot: (shown, surface) => amounts(workOf(shown), surface),
          },
        },
        memory: {
          title: 'Memory held at one time',
          drawing: {
            class: 'chart',
            width: 730,
            label: 'Bytes held in five ways, on a logarithmic axis. The numbers stand below.',
            plot: (shown, surface) => amounts(memoryOf(shown), surface),
          },
        },
      },
    },
  ],
  readout: sentenceOf,
  tables: tablesOf,
});
