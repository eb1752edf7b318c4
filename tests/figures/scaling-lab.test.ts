import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { chartOf, asked, readoutOf, rowOf, tableOf } from '../../components/figures/scaling-lab/lab.ts';
import { sizes } from '../../components/figures/scaling-lab/state.ts';
import { sweepAtOnce } from '../../lib/analysis/saturationSweep.ts';

const measured = sweepAtOnce(asked(17));
const textOf = (choice: Parameters<typeof readoutOf>[1]): string => plainText(readoutOf(measured, choice));

describe('the √d lab', () => {
  it('keeps every value inside its axes, for every d and seed shown', () => {
    for (const values of [measured, sweepAtOnce(asked(0))])
      for (const chart of ['variance', 'entropy', 'largest', 'norm'] as const) {
        const { domain, lines } = chartOf(chart, values, { d: 256, scaled: false, seed: 17 });
        for (const value of lines.flatMap(({ theory, measured = [] }) => [...theory, ...measured])) {
          expect(value).toBeGreaterThanOrEqual(domain[0]);
          expect(value).toBeLessThanOrEqual(domain[1]);
        }
      }
  });

  it('shows, without a click, one key that takes all and lets no gradient through', () => {
    const { weights, slopes, beside } = rowOf({ d: 256, scaled: false, seed: 17 });
    expect(Math.max(...Array.from(weights))).toBeGreaterThan(0.95);
    expect(Math.max(...Array.from(slopes))).toBeLessThan(0.05);
    expect(Math.max(...Array.from(beside!.weights))).toBeLessThan(0.6);
  });

  it('undoes it with the one switch', () => {
    const [off, on] = [false, true].map((scaled) => rowOf({ d: 256, scaled, seed: 17 }));
    expect(on!.weights).toEqual(off!.beside!.weights);
    expect(on!.beside!.weights).toEqual(off!.weights);
    expect(textOf({ d: 256, scaled: false, seed: 17 })).toMatch(/^Not divided, .*theory 256.* Divided by √256: /);
    expect(textOf({ d: 256, scaled: true, seed: 17 })).toMatch(/^Divided by √256, .*theory 1\).* Not divided: /);
  });

  it('has a row in its table for every d', () => {
    const { rows, columns, cell } = tableOf(measured, 17);
    expect(rows).toHaveLength(sizes.length);
    expect(columns).toHaveLength(8);
    expect(cell(12, 0)).toMatch(/^[34],\d{3} \(4,096\)$/);
  });
});
