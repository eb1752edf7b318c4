import { numberTable } from '../../figure/number-table.ts';
import { showWeight } from '../../plots/weight.ts';
import type { Shuffled } from './shuffled.ts';

/** Both maps as tables. */
export function tablesOf(document: Document, { labels, written, back, sums }: Shuffled): HTMLElement {
  const n = labels.length;
  const table = (title: string, weights: Float32Array, ends: readonly number[]): HTMLElement =>
    numberTable(document, {
      caption: `Attention weights, ${title}: row = query, column = key.`,
      rows: labels,
      columns: [...labels, 'sum'],
      cell: (query, key) => (key === n ? ends[query]!.toFixed(2) : showWeight(weights[query * n + key]!)),
    });
  const whole = document.createElement('div');
  whole.append(
    table('as written', written, sums.written),
    table('shuffled, rows and columns put back', back, sums.back),
  );
  return whole;
}
