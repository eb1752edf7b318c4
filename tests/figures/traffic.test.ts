import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../components/figure/controls.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import figure from '../../components/figures/traffic/figure.ts';
import { textOf } from '../../components/figure/number-table.ts';

const state = defaultsOf(figure.state);

describe('the figure of traffic', () => {
  it('says how many times as much passes where weights are stored', () => {
    expect(figure.readout(figure.compute(state, undefined))).toBe(
      'A fast memory of M = 32,768 numbers holds 251 of n = 16,384 queries with d = 64 features. ' +
        'Tile by tile, 141 million numbers are read or written, with scores and weights stored 1.21 billion: 8.6 times as many. ' +
        'To move each number of input and output once takes 4.19 million.',
    );
  });

  it('has a memory for one query at least, whatever is set, and says when all fit', () => {
    for (const M of valuesOf(figure.state.M))
      for (const n of valuesOf(figure.state.n))
        for (const d of valuesOf(figure.state.d)) {
          const shown = figure.compute({ M, n, d } as typeof state, undefined);
          const said = figure.readout(shown);
          const [table] = figure.tables(shown);
          const row = table!.rows.findIndex((each) => textOf(each) === Number(M).toLocaleString('en-US'));
          const held = textOf(table!.cell(row, 0));
          expect(said).toContain(held === Number(n).toLocaleString('en-US') ? 'holds all of' : `holds ${held} of`);
        }
  });
});
