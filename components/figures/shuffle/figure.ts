import { model } from 'virtual:encoder';
import { mapDifference } from '#lib/analysis/mapDifference.ts';
import { permuteMap, unpermuteMap } from '#lib/analysis/permuteMap.ts';
import { headWeights, type Reading } from '#lib/encoder/reading.ts';
import { wordOrder } from '#lib/encoder/wordOrder.ts';
import { textOf, wordsOf } from '#lib/encoder/words.ts';
import { largestDifference } from '#lib/largestDifference.ts';
import { permute } from '#lib/permute.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { swatch, type Part } from '../../figure/phrase.ts';
import { integer, oneOf, type State } from '../../figure/state/fields.ts';
import { viewOf, type View } from '../../model/view.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { outlineCells } from '../../plots/outline-cells.ts';
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
  readonly texts: Readonly<Record<'written' | 'read', string>>;
  readonly written: View;
  readonly back: View;
  /** The shuffled sentence’s own map. Its line i is of the word that stands at `order[i]` as written, and word i is at `places[i]` there. */
  readonly read: Float32Array;
  readonly order: readonly number[];
  readonly places: readonly number[];
  /** The cells, row by row, whose shares are no longer what they were. */
  readonly moved: readonly number[];
  readonly max: number;
  /** The largest difference between the two, and the cell it is in. */
  readonly difference: { readonly size: number; readonly query: number; readonly key: number };
  readonly cell: readonly [query: number, key: number];
}

export function compute(
  { layer, head, seed, positions, query, key }: ShuffleState,
  { pieces, layers, shuffled, differences }: ShuffleReading,
): Shuffled {
  const pieceOrder = wordOrder(pieces, seed);
  const mapOf = (all: Reading['layers']): Float32Array => headWeights(all[layer - 1]!, head - 1);
  const written = viewOf(pieces, mapOf(layers), 'words');
  const back = viewOf(pieces, unpermuteMap(mapOf(shuffled.layers), pieceOrder), 'words');
  const { size, index } = largestDifference(written.weights, back.weights);
  const n = written.labels.length;
  // A word is moved whole, wherever its first piece goes.
  const words = back.unit === 'words' ? wordsOf(pieces) : pieces.map((_, at) => ({ start: at, end: at + 1 }));
  const order = [...new Set(pieceOrder.map((piece) => words.findIndex(({ end }) => piece < end)))];
  const at = { query: Math.floor(index / n), key: index % n };
  return {
    seed,
    positions,
    labels: written.labels,
    texts: { written: textOf(pieces), read: textOf(permute(pieces, pieceOrder)) },
    written,
    back,
    read: permuteMap(back.weights, order),
    order,
    places: order.map((_, word) => order.indexOf(word)),
    moved: Array.from(mapDifference(written.weights, back.weights)).flatMap((by, cell) =>
      Math.abs(by) >= notable ? [cell] : [],
    ),
    max: Math.max(...written.weights, ...back.weights),
    difference: { size: differences?.[layer - 1]![head - 1] ?? size, ...at },
    // Where the maps differ is what there is to see; where they do not, their strongest pair.
    cell: cellOf({ query, key }, written.weights, n, size >= 0.005 ? at : undefined),
  };
}

/** A share that has moved by this much is marked. */
const notable = 0.1;

/** What float32 rounds away lies below this. */
const rounding = 1e-5;

function differenceOf({ labels, read, moved, difference: { size, query, key } }: Shuffled): Part[] {
  const said = 'Largest difference between the first map and the last: ';
  if (size === 0) return [said, ['weights', '0'], ': they are equal to the last bit'];
  const shown: Part = ['weights', size < 0.005 ? showScientific(size) : showNumber(size)];
  if (size < rounding) return [said, shown, ', which is rounding'];
  const marked = `. Marked: the ${moved.length} of ${read.length} shares that moved by ${notable} or more`;
  const where: Part[] = [', where query ', ['query', labels[query]!], ' meets key ', ['key', labels[key]!]];
  return [said, shown, ...where, ...(moved.length > 0 ? [marked] : [])];
}

type Panes = Pane<typeof state, Shuffled>;

/** A map in the written order. */
const pane = (
  way: 'written' | 'back',
  { label, ...said }: Pick<Panes, 'tab' | 'title' | 'note'> & { readonly label: string },
): Panes => ({
  ...said,
  drawing: {
    class: 'map',
    width: 326,
    label: `${label}. Arrow keys move from cell to cell.`,
    plot({ labels, max, moved, [way]: { weights, sums } }, surface) {
      const svg = heatmap({ queries: labels, keys: labels, weights, sums, max }, surface);
      return way === 'back' ? outlineCells(svg, moved) : svg;
    },
    point: overCells,
  },
});

/** The map as it is before anything is put back, and where the chosen pair stands in it. */
const readPane: Panes = {
  tab: 'Shuffled',
  title: 'Shuffled, as the model reads it',
  note: ({ texts }) => texts.read,
  drawing: {
    class: 'map',
    width: 326,
    label: ({ texts }) => `Attention weights of “${texts.read}”, its words in that order.`,
    plot({ labels, max, order, read, back: { sums } }, surface) {
      const words = order.map((word) => labels[word]!);
      return heatmap(
        { queries: words, keys: words, weights: read, sums: order.map((word) => sums[word]!), max },
        surface,
      );
    },
    marks: ['query', 'key'],
    mark: (svg, { places, cell: [query, key] }) => frameCell(svg, places[query]!, places[key]!),
  },
};

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
        written: pane('written', {
          tab: 'As written',
          title: 'As written',
          note: ({ texts }) => texts.written,
          label: 'Attention weights as written',
        }),
        read: readPane,
        back: pane('back', {
          tab: 'Put back',
          title: 'Shuffled, then put back',
          note: 'each word in its old row and column',
          label: 'Attention weights of the shuffled sentence, rows and columns put back',
        }),
      },
    },
    {
      kind: 'text',
      class: 'legend',
      text: ({ max }) => ['0 ', swatch(), ` ${showWeight(max)} attention weight, all maps`],
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
      words: labels,
      cell: (query, key) =>
        key === n ? exact(sums[query]!, (sum) => sum.toFixed(2)) : exact(weights[query * n + key]!, showWeight),
    });
    return [table('as written', written), table('shuffled, rows and columns put back', back)];
  },
});
