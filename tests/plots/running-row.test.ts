import { describe, expect, it } from 'vitest';
import { runningRow, type RunningRow } from '../../components/plots/running-row.ts';
import { showAny } from '../../components/plots/scientific.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: RunningRow = {
  scores: [1, -0.5, 3, -Infinity, 2],
  values: [2, -1, 4, 0, 1],
  tile: 2,
  chosen: 1,
  stops: [
    { max: 1, rescale: 0, sum: 1.22, output: 1.45, unshifted: 3.32 },
    { max: 3, rescale: 0.14, sum: 1.16, output: 3.6, unshifted: 23.4 },
    { max: 3, rescale: 1, sum: 1.53, output: 2.98, unshifted: Infinity },
  ],
};

describe('runningRow(data, surface)', () => {
  it('draws the scores, the stair of the maximum, and what is held after each tile', async () => {
    await expectDrawing(runningRow(data, surface(326)), 'running-row');
  });

  it('has a column for each tile, the last as wide as the keys that are left', () => {
    const columns = [...runningRow(data, surface(576)).querySelectorAll('g[data-stop]')];
    expect(columns).toHaveLength(3);
    const widths = columns.map((column) => Number(column.querySelector('rect')!.getAttribute('width')) + 2);
    expect(widths[0]! / widths[2]!).toBeCloseTo(2, 1);
  });

  it('gives the first tile no factor: nothing was held', () => {
    const [first, second] = runningRow(data, surface(576)).querySelectorAll('g[data-stop]');
    expect(first!.textContent).toContain('–');
    expect(second!.textContent).toContain('0.14');
  });
});

describe('showAny', () => {
  it.each([
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [1000, '1000'],
    [999, '999'],
    [0.366, '0.37'],
    [-2, '−2.00'],
    [3.4e38, '3.4e38'],
  ])('writes %d as %s', (value, text) => {
    expect(showAny(value)).toBe(text);
  });
});
