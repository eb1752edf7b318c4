import { model } from 'virtual:encoder';
import { unpermuteMap } from '#lib/analysis/permuteMap.ts';
import { headWeights, type Reading } from '#lib/encoder/reading.ts';
import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { textOf } from '#lib/encoder/words.ts';
import { largestDifference } from '#lib/largestDifference.ts';
import { permute } from '#lib/permute.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { swatch, type Part } from '../../figure/phrase.ts';
import { integer, oneOf, type State } from '../../figure/state/fields.ts';
import { viewOf, type View } from '../../model/view.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { showScientific } from '../../plots/scientific.ts';
import { showWeight } from '../../plots/weight.ts';
import { cellOf, cellState, fitCell, headControls, overCells } from '../../sentence/cell.ts';

const lastSeed = 9999;

const state = {
  ...cellState,
  /** Of the order: each press of Shuffle takes the next. */
  seed: integer(1, { from: 1, to: lastSeed }),
  positions: oneOf('off', ['on', 'off']),
};

export type ShuffleState = State<typeof state>;

/** A sentence read as it was written, and the same words read in the order that a seed gives. */
export interface ShuffleReading extends Reading {
  readonly shuffled: Reading;
  /** The largest difference by layer and head, where the weights have been rounded since. */
  readonly differences?: readonly (readonly number[])[] | undefined;
}

/** One head's map of both; both in the written order. */
interface Shuffled extends Pick<ShuffleState, 'seed' | 'positions'> {
  readonly labels: readonly string[];
  /** What the model reads, as text. */
  readonly texts: Readonly<Record<Way, string>>;
  readonly written: View;
  readonly back: View;
  readonly max: number;
  /** The largest difference between the two, and the cell it is in. */
  readonly difference: { readonly size: number; readonly query: number; readonly key: number };
  readonly cell: readonly [query: number, key: number];
}

type Way = 'written' | 'back';

export function compute(
  { layer, head, seed, positions, query, key }: ShuffleState,
  { pieces, layers, shuffled, differences }: ShuffleReading,
): Shuffled {
  const order = wordOrder(pieces, seed);
  const mapOf = (all: Reading['layers']): Float32Array => headWeights(all[layer - 1]!, head - 1);
  const written = viewOf(pieces, mapOf(layers), 'words');
  const back = viewOf(pieces, unpermuteMap(mapOf(shuffled.layers), order), 'words');
  const { size, index } = largestDifference(written.weights, back.weights);
  const n = written.labels.length;
  const at = { query: Math.floor(index / n), key: index % n };
  return {
    seed,
    positions,
    labels: written.labels,
    texts: { written: textOf(pieces), back: textOf(permute(pieces, order)) },
    written,
    back,
    max: Math.max(...written.weights, ...back.weights),
    difference: { size: differences?.[layer - 1]![head - 1] ?? size, ...at },
    // Where the maps differ is what there is to see; where they do not, their strongest pair.
    cell: cellOf({ query, key }, written.weights, n, size >= 0.005 ? at : undefined),
  };
}

/** What float32 rounds away lies below this. */
const rounding = 1e-5;

function differenceOf({ labels, difference: { size, query, key } }: Shuffled): Part[] {
  const said = 'Largest difference between the two maps: ';
  if (size === 0) return [said, ['weights', '0'], ': they are equal to the last bit'];
  const shown: Part = ['weights', size < 0.005 ? showScientific(size) : showNumber(size)];
  if (size < rounding) return [said, shown, ', which is rounding'];
  return [said, shown, ', where query ', ['query', labels[query]!], ' meets key ', ['key', labels[key]!]];
}

const pane = (way: Way, title: string, label: string): Pane<typeof state, Shuffled> => ({
  title,
  note: ({ texts }) => texts[way],
  drawing: {
    class: 'map',
    width: 416,
    label: `${label}. Arrow keys move from cell to cell.`,
    plot: ({ labels, max, [way]: { weights, sums } }, surface) =>
      heatmap({ queries: labels, keys: labels, weights, sums, max }, surface),
    point: overCells,
  },
});

export default defineFigure({
  id: 'shuffle',
  title: 'The same words in another order',
  badge: 'trained',
  source: ({ seed, positions }) =>
    `${model.name} · shuffle seed ${seed}${positions === 'on' ? '' : ' · positions off, as it was never trained'}`,
  wide: true,
  state,
  fit: (state, { pieces, layers }: ShuffleReading) =>
    fitCell(state, viewOf(pieces, headWeights(layers[0]!, 0), 'words').labels.length),
  compute,
  controls: [
    {
      kind: 'press',
      label: 'Shuffle',
      class: 'primary',
      act: ({ seed }) => ({ seed: (seed % lastSeed) + 1, query: undefined, key: undefined }),
    },
    { kind: 'strip', field: 'positions', label: 'Positions', options: ['on', 'off'] },
    ...headControls,
  ],
  body: [
    { kind: 'text', class: 'difference', text: differenceOf },
    {
      kind: 'panes',
      panes: {
        written: pane('written', 'As written', 'Attention weights as written'),
        back: pane(
          'back',
          'Shuffled, rows and columns put back',
          'Attention weights of the shuffled sentence, rows and columns put back',
        ),
      },
    },
    {
      kind: 'text',
      class: 'legend',
      text: ({ max }) => ['0 ', swatch(), ` ${showWeight(max)} attention weight, both maps`],
    },
  ],
  readout({ labels, written, back, cell: [query, key] }) {
    const weight = ({ weights }: View): Part => ['weights', showWeight(weights[query * labels.length + key]!)];
    return [
      'query ',
      ['query', labels[query]!],
      ' attends to key ',
      ['key', labels[key]!],
      ': ',
      weight(written),
      ' as written, ',
      weight(back),
      ' shuffled',
    ];
  },
  tables({ labels, written, back }) {
    const n = labels.length;
    const table = (title: string, { weights, sums }: View): NumberTable => ({
      caption: `Attention weights, ${title}: row = query, column = key.`,
      rows: labels,
      columns: [...labels, 'sum'],
      cell: (query, key) =>
        key === n ? exact(sums[query]!, (sum) => sum.toFixed(2)) : exact(weights[query * n + key]!, showWeight),
    });
    return [table('as written', written), table('shuffled, rows and columns put back', back)];
  },
});
