import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import { drawnFrom, sizes } from '../../components/figures/scaling-lab/compute.ts';
import figure, { chartOf, rowOf } from '../../components/figures/scaling-lab/figure.ts';

const drawn = drawnFrom({ seed: 17 });
const shownOf = (scaled: boolean, from = drawn) => figure.compute({ d: '256', scaled, seed: 17 }, from);
const textOf = (scaled: boolean): string => plainText(figure.readout(shownOf(scaled)));

describe('the √d lab', () => {
  it('keeps every value inside its axes, for every d and seed shown', () => {
    for (const from of [drawn, drawnFrom({ seed: 0 })])
      for (const chart of ['variance', 'entropy', 'largest', 'norm'] as const) {
        const { domain, lines } = chartOf(chart, shownOf(false, from));
        for (const value of lines.flatMap(({ theory, measured = [] }) => [...theory, ...measured])) {
          expect(value).toBeGreaterThanOrEqual(domain[0]);
          expect(value).toBeLessThanOrEqual(domain[1]);
        }
      }
  });

  it('shows, without a click, one key that takes all and lets no gradient through', () => {
    const { weights, slopes, beside } = rowOf(shownOf(false));
    expect(Math.max(...Array.from(weights))).toBeGreaterThan(0.95);
    expect(Math.max(...Array.from(slopes))).toBeLessThan(0.05);
    expect(Math.max(...Array.from(beside!.weights))).toBeLessThan(0.6);
  });

  it('undoes it with the one switch', () => {
    const [off, on] = [false, true].map((scaled) => rowOf(shownOf(scaled)));
    expect(on!.weights).toEqual(off!.beside!.weights);
    expect(on!.beside!.weights).toEqual(off!.weights);
    expect(textOf(false)).toMatch(/^Not divided, .*theory 256.* Divided by √256: /);
    expect(textOf(true)).toMatch(/^Divided by √256, .*theory 1\).* Not divided: /);
  });

  it('has a row in its table for every d', () => {
    const { rows, columns, cell } = figure.tables(shownOf(false))[0]!;
    expect(rows).toHaveLength(sizes.length);
    expect(columns).toHaveLength(16);
    expect(written(cell(12, 0))).toMatch(/^[34],\d{3}$/);
    expect(written(cell(12, 1))).toBe('4,096');
  });
});
