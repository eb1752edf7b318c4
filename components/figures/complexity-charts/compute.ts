import { stateBytes, tiledBytes, weightsBytes } from '#lib/complexity/memory.ts';
import { countAttention, countRecurrence } from '#lib/complexity/counted.ts';
import { attentionOperations, balancedLength, recurrenceOperations } from '#lib/complexity/operations.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Growth } from '../../plots/growth.ts';
import { laptop, showBytes, showCount, showWhole } from '../../plots/quantity.ts';

/** Lengths and widths on offer: powers of two. */
const powers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => 2 ** (first + step));
export const lengths = powers(3, 20);
export const widths = powers(4, 12);

/** All that one length and width cost. */
export interface Cost {
  readonly products: number;
  readonly projections: number;
  readonly attention: number;
  readonly recurrence: number;
  readonly weights: number;
  readonly tiled: number;
  readonly state: number;
}

export const operationIds = ['products', 'projections', 'attention', 'recurrence'] as const;
export const byteIds = ['weights', 'tiled', 'state'] as const;

export function costOf(n: number, d: number): Cost {
  const { products, projections, total } = attentionOperations(n, d);
  return {
    products,
    projections,
    attention: total,
    recurrence: recurrenceOperations(n, d),
    weights: weightsBytes(n),
    tiled: tiledBytes(n),
    state: stateBytes(d),
  };
}

export function show(id: keyof Cost, cost: Cost): string {
  return (byteIds as readonly string[]).includes(id) ? showBytes(cost[id]) : showCount(cost[id]);
}

/** The two charts of one width, at one of the lengths. */
export function chartsOf(chosen: number, d: number): { readonly operations: Growth; readonly bytes: Growth } {
  const costs = lengths.map((n) => costOf(n, d));
  const values = (id: keyof Cost): number[] => costs.map((cost) => cost[id]);
  const equal = balancedLength(d);
  return {
    operations: {
      lengths,
      chosen,
      domain: [1e2, 1e16],
      ticks: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15 },
      lines: [
        { id: 'attention', look: 'band', values: values('attention') },
        { id: 'recurrence', look: 'dotted', values: values('recurrence'), label: 'recurrence', side: 'below' },
        { id: 'projections', look: 'dashed', values: values('projections'), label: 'projections', side: 'above' },
        { id: 'products', look: 'accent', values: values('products'), label: 'products', side: 'above' },
      ],
      point: { length: equal, value: costOf(equal, d).products, label: `equal at n = 2d = ${showWhole(equal)}` },
    },
    bytes: {
      lengths,
      chosen,
      domain: [1, 1e13],
      ticks: { '1 kB': 1e3, '1 MB': 1e6, '1 GB': 1e9, '1 TB': 1e12 },
      lines: [
        { id: 'state', look: 'dotted', values: values('state'), label: 'state', side: 'below' },
        { id: 'tiled', look: 'dashed', values: values('tiled'), label: 'tiled', side: 'above' },
        { id: 'weights', look: 'accent', values: values('weights'), label: 'weights', side: 'above' },
      ],
      level: laptop,
    },
  };
}

/** A share of a whole as a reader would say it. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded < 1) return 'less than 1%';
  return rounded > 99 && share < 1 ? 'more than 99%' : `${rounded}%`;
}

function besideLaptop(bytes: number): string {
  const laptops = bytes / laptop.value;
  if (laptops < 0.01) return '';
  if (laptops < 1) return ` (${percent(laptops)} of a laptop’s 16 GB)`;
  return ` (the memory of ${laptops < 1.95 ? laptops.toFixed(1) : showWhole(Math.round(laptops))} laptops, at 16 GB each)`;
}

/** What the chosen length and width cost, in words. */
export function sentenceOf(n: number, d: number): string {
  const cost = costOf(n, d);
  return (
    `At n = ${showWhole(n)} and d = ${showWhole(d)}, self-attention takes ${showCount(cost.attention)} multiply–adds, ` +
    `${percent(cost.products / cost.attention)} of them in its two n²d products; a simple recurrence takes ${showCount(cost.recurrence)}, ` +
    `a GRU ${showCount(recurrenceOperations(n, d, 'gru'))} and an LSTM ${showCount(recurrenceOperations(n, d, 'lstm'))}, ` +
    `all three in ${showWhole(n)} steps one after another. ` +
    `One head’s weights take ${showBytes(cost.weights)}${besideLaptop(cost.weights)}; ` +
    `tiled softmax holds ${showBytes(cost.tiled)} in their place, a simple recurrence ${showBytes(cost.state)}.`
  );
}

/** Every length at one width, to the last digit. */
export function costsTable(d: number): NumberTable {
  const costs = lengths.map((n) => costOf(n, d));
  return {
    caption: `Multiply–adds, and bytes in float32, at d = ${showWhole(d)}.`,
    corner: 'n',
    rows: lengths.map((n) => exact(n, showWhole)),
    columns: ['QKᵀ and A·V', 'projections', 'attention', 'simple recurrence', 'weights, B', 'tiled, B', 'state, B'],
    cell: (row, column) => exact(costs[row]![[...operationIds, ...byteIds][column]!], showWhole),
  };
}

/** Small enough to run while the page is built: what the library did, beside what the formula says. */
const runs = [8, 16, 32, 64].map((n) => ({ n, d: 16 }));

let counted: readonly (readonly number[])[] | undefined;

/** @throws Error when a run of the library and the closed forms count differently. */
export function runsTable(): NumberTable {
  counted ??= runs.map(({ n, d }) => {
    const run = { ...countAttention(n, d), recurrence: countRecurrence(n, d) };
    const formula = { ...attentionOperations(n, d), recurrence: recurrenceOperations(n, d) };
    return (['scores', 'mixing', 'projections', 'recurrence'] as const).map((part) => {
      if (run[part] !== formula[part])
        throw new Error(
          'The library’s runs and the closed forms in lib/complexity/operations.ts count differently: one of them is wrong.',
        );
      return run[part];
    });
  });
  const cells = counted;
  return {
    caption:
      'Multiply–adds counted while the library ran; each equals its formula, or the page would not have been built.',
    corner: 'n',
    rows: runs.map(({ n }) => exact(n)),
    columns: ['d', 'QKᵀ', 'A·V', 'projections', 'recurrence'],
    cell: (row, column) => exact(column === 0 ? runs[row]!.d : cells[row]![column - 1]!, showWhole),
  };
}
