import { maker } from '../../figure/maker.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { oneOf } from '../../figure/state/fields.ts';
import { growth } from '../../plots/growth.ts';
import { showWhole } from '../../plots/quantity.ts';
import { chartsOf, costOf, costsTable, lengths, runsTable, sentenceOf, show, widths, type Cost } from './compute.ts';

const state = {
  /** Sequence length and features of a position, both powers of two. */
  n: oneOf('16384', lengths.map(String)),
  d: oneOf('512', widths.map(String)),
};

interface Costs {
  readonly n: number;
  readonly d: number;
  readonly cost: Cost;
  readonly charts: ReturnType<typeof chartsOf>;
}

interface Line {
  readonly id: keyof Cost;
  readonly look: 'accent' | 'dashed' | 'band' | 'dotted';
  readonly name: string;
  readonly formula: string;
}

/** The table under a chart that names its lines and gives their values. */
function keyOf(document: Document, title: string, lines: readonly Line[], { cost }: Costs): HTMLElement {
  const make = maker(document);
  const row = ({ id, look, name, formula }: Line): HTMLElement =>
    make(
      'tr',
      {},
      make(
        'th',
        { scope: 'row' },
        make('i', { 'data-look': look, 'aria-hidden': 'true' }),
        make('span', { class: 'named' }, make('span', {}, name), ' ', make('span', { class: 'formula' }, formula)),
      ),
      make('td', { 'data-cost': id }, show(id, cost)),
    );
  return make(
    'table',
    { class: 'key' },
    make('caption', { class: 'visually-hidden' }, `${title}: at the chosen n and d`),
    make('tbody', {}, ...lines.map(row)),
  );
}

function chart(which: 'operations' | 'bytes', title: string, lines: readonly Line[]): Pane<typeof state, Costs> {
  return {
    title,
    drawing: {
      class: 'chart',
      width: 416,
      label: `${title} against the sequence length, both axes logarithmic. The numbers stand below.`,
      plot: ({ charts }, surface) => growth(charts[which], surface),
      point: { kind: 'drag', attribute: 'step', field: 'n' },
    },
    below: (document, costs) => keyOf(document, title, lines, costs),
  };
}

export default defineFigure({
  id: 'complexity-charts',
  title: 'What a layer costs as the sequence grows',
  badge: 'computed',
  source: 'counts checked against runs',
  wide: true,
  state,
  compute({ n, d }): Costs {
    const [length, width] = [Number(n), Number(d)];
    return { n: length, d: width, cost: costOf(length, width), charts: chartsOf(lengths.indexOf(length), width) };
  },
  controls: [
    { kind: 'slider', field: 'n', label: 'Sequence length', show: ({ n }) => `n = ${showWhole(n)}` },
    { kind: 'slider', field: 'd', label: 'Features of a position', show: ({ d }) => `d = ${showWhole(d)}` },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        operations: chart('operations', 'Multiply–adds of one layer', [
          { id: 'products', look: 'accent', name: 'two products, QKᵀ and A·V', formula: '2n²d' },
          { id: 'projections', look: 'dashed', name: 'four projections', formula: '4nd²' },
          { id: 'attention', look: 'band', name: 'self-attention in all', formula: '2n²d + 4nd²' },
          { id: 'recurrence', look: 'dotted', name: 'simple recurrence', formula: '2nd²' },
        ]),
        bytes: chart('bytes', 'Bytes held beside input and output', [
          { id: 'weights', look: 'accent', name: 'one head’s n × n weights', formula: '4n²' },
          { id: 'tiled', look: 'dashed', name: 'tiled (online) softmax', formula: '4·64² + 8n' },
          { id: 'state', look: 'dotted', name: 'recurrence’s state', formula: '4d' },
        ]),
      },
    },
  ],
  readout: ({ n, d }) => sentenceOf(n, d),
  tables: ({ d }) => [costsTable(d), runsTable()],
});
