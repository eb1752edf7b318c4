import { model } from 'virtual:encoder';
import { rowSums } from '#lib/analysis/rowSums.ts';
import { attentionWeights } from '#lib/attention/attentionWeights.ts';
import { causalMask, paddingMask, windowMask, type BooleanMask } from '#lib/attention/masks.ts';
import { headScores, type Reading } from '#lib/encoder/reading.ts';
import { defineFigure, type Drawing } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { entry, swatch, type Part } from '../../figure/phrase.ts';
import { integer, oneOf, type State } from '../../figure/state/fields.ts';
import { labelsOf } from '../../model/labels.ts';
import { mostPieces } from '../../model/excerpt.ts';
import { heatmap, type Heatmap, type Paint } from '../../plots/heatmap.ts';
import { showWeight } from '../../plots/weight.ts';
import { cellOf, cellState, fitCell, headControls, nameOfHead, pairOf, overCells } from '../../sentence/cell.ts';

const masks = ['none', 'causal', 'padding', 'window'] as const;

const state = {
  ...cellState,
  mask: oneOf('causal', masks),
  /** Tokens of padding, and how many positions a window reaches to either side. */
  padding: integer(2, { from: 1, to: mostPieces - 1 }),
  radius: integer(1, { from: 0, to: mostPieces - 1 }),
};

type MaskState = State<typeof state>;

/** One head under one mask. */
interface Masked extends MaskState {
  readonly labels: readonly string[];
  /** 1 where the query may attend to the key, `(n, n)`. */
  readonly allowed: Uint8Array;
  readonly weights: Float32Array;
  readonly sums: readonly number[];
  /** The weights without a mask. */
  readonly open: Float32Array;
  readonly largest: number;
  readonly cell: readonly [query: number, key: number];
}

function maskOf({ mask, padding, radius }: MaskState, n: number): BooleanMask {
  if (mask === 'causal') return causalMask(n);
  if (mask === 'padding') return paddingMask([n - padding], n);
  return windowMask(n, n, mask === 'window' ? [radius, radius] : [-1, -1]);
}

/** The sliders reach as far as a sentence of n pieces does. */
function fit(state: MaskState, { pieces: { length: n } }: Reading): MaskState {
  return { ...fitCell(state, n), padding: Math.min(state.padding, n - 1), radius: Math.min(state.radius, n - 1) };
}

export function compute(state: MaskState, reading: Reading): Masked {
  const n = reading.pieces.length;
  const scores = headScores(reading.layers[state.layer - 1]!, state.head - 1);
  const all = { data: scores, shape: [1, 1, n, n] };
  const rule = maskOf(state, n);
  const weights = attentionWeights(all, rule).data;
  const open = attentionWeights(all).data;
  const words = labelsOf(reading.pieces);
  const firstPad = state.mask === 'padding' ? n - state.padding : n;
  return {
    ...state,
    labels: words.map((word, index) => (index < firstPad ? word : `(${word})`)),
    // A mask of one row serves every query.
    allowed: Uint8Array.from(scores, (_, cell) => rule.data[cell % rule.data.length]!),
    weights,
    sums: rowSums(weights, n),
    open,
    largest: weights.reduce((largest, weight) => Math.max(largest, weight), 0),
    // A pair that the causal mask forbids: what is hidden is the point.
    cell: cellOf(state, open, n, pairOf(words, 'bank', 'money')),
  };
}

/** Why a query may not attend to a key. */
function reason({ mask, radius, cell: [query, key] }: Masked): string {
  if (mask === 'causal') return 'it comes later';
  if (mask === 'padding') return 'it is padding';
  return `it is ${Math.abs(query - key)} positions away, and the window reaches ${radius}`;
}

function readout(masked: Masked): readonly Part[] {
  const { labels, allowed, weights, open, mask, cell } = masked;
  const [query, key] = cell;
  const at = query * labels.length + key;
  const pair = (verb: string): Part[] => ['query ', ['query', labels[query]!], verb, ['key', labels[key]!], ': '];
  const without = `; without the mask ${showWeight(open[at]!)}`;
  if (!allowed[at])
    return [...pair(' may not attend to key '), reason(masked), '. Its weight is exactly ', ['weights', '0'], without];
  return [...pair(' attends to key '), ['weights', showWeight(weights[at]!)], mask === 'none' ? '' : without];
}

const maskPaint: Paint = { colour: () => 'var(--signed-zero)', ink: () => 'var(--ink)', show: () => '0' };

/** Both maps are moved over together. */
function map(label: string, of: (masked: Masked) => Heatmap): Drawing<typeof state, Masked> {
  return {
    class: 'map',
    width: 416,
    label: `${label}. Arrow keys move from cell to cell.`,
    plot: (masked, surface) => heatmap(of(masked), surface),
    point: overCells,
  };
}

export default defineFigure({
  id: 'masks',
  title: 'One sentence, four masks',
  badge: 'computed',
  source: `from the scores of ${model.name}`,
  wide: true,
  state,
  fit,
  compute,
  controls: [
    { kind: 'strip', field: 'mask', label: 'Mask', options: masks },
    ...headControls,
    {
      kind: 'slider',
      field: 'padding',
      label: 'Padding: the last {}',
      to: ({ labels }) => labels.length - 1,
      isHidden: ({ mask }) => mask !== 'padding',
    },
    {
      kind: 'slider',
      field: 'radius',
      label: 'Window: reaches {} to either side',
      to: ({ labels }) => labels.length - 1,
      isHidden: ({ mask }) => mask !== 'window',
    },
  ],
  body: [
    {
      kind: 'panes',
      first: 'weights',
      panes: {
        mask: {
          tab: 'Mask',
          title: 'Mask',
          note: 'added to every score, before softmax',
          drawing: map('The mask', ({ labels, allowed }) => ({
            queries: labels,
            keys: labels,
            weights: allowed,
            max: 1,
            allowed,
            paint: maskPaint,
          })),
          legend: [entry(swatch('zero', '0'), ' may attend'), ' ', entry(swatch('crossed'), ' −∞: may not')],
        },
        weights: {
          tab: 'Weights under it',
          title: ['Attention weights, ', ['weights', 'A'], ' = softmax(', ['scores', 'S'], ' + mask)'],
          note: 'each row shared out among the keys that are left',
          drawing: map('Attention weights under the mask', ({ labels, weights, sums, largest, allowed }) => ({
            queries: labels,
            keys: labels,
            weights,
            sums,
            max: largest,
            allowed,
          })),
          legend: ({ largest }) => [
            entry('0 ', swatch(), ` ${showWeight(largest)} attention weight`),
            ' ',
            entry(swatch('crossed'), ' masked: exactly 0'),
          ],
        },
      },
    },
  ],
  readout,
  tables: (masked) => [
    {
      caption: `Attention weights under the mask, ${nameOfHead(masked)}: row = query, column = key; × = masked, exactly 0.`,
      rows: masked.labels,
      columns: [...masked.labels, 'sum'],
      words: masked.labels,
      cell(query, key) {
        const {
          labels: { length: n },
          sums,
          allowed,
          weights,
        } = masked;
        if (key === n) return exact(sums[query]!, (sum) => sum.toFixed(2));
        return exact(weights[query * n + key]!, allowed[query * n + key] ? showWeight : () => '× 0');
      },
    },
  ],
});
