import { describe, expect, it } from 'vitest';
import { amounts, type Amounts } from '../../components/plots/amounts.ts';
import { textWidth } from '../../components/plots/text-width.ts';
import { expectDrawing, surface } from './snapshot.ts';

const row = (label: string, value: number, shown: string, isOther = false) => ({
  ...{ label, detail: 'so and so', value, shown, isOther },
});
const data: Amounts = {
  rows: [row('All scores', 3e9, '3.00 GB'), row('Cache', 8e8, '800 MB'), row('Tiles', 2e6, '2.00 MB', true)],
  domain: [1e3, 1e15],
  ticks: { '1 MB': 1e6, '1 TB': 1e12 },
  level: { value: 16e9, label: 'a laptop: 16 GB' },
};
const at = (svg: SVGSVGElement, index: number): number =>
  Number(svg.querySelector(`[data-row="${index}"] circle`)!.getAttribute('cx'));

describe('amounts(data, surface)', () => {
  it('puts a dot a row on a logarithmic axis, hollow where something is left out', async () => {
    const svg = amounts(data, surface(640));
    const [scores, cache, tiles] = [0, 1, 2].map((index) => at(svg, index)) as [number, number, number];
    expect((scores - cache) / (cache - tiles)).toBeCloseTo(Math.log(3e9 / 8e8) / Math.log(8e8 / 2e6), 2);
    expect(svg.querySelector('[data-row="2"] circle')!.getAttribute('fill')).toBe('var(--paper)');
    await expectDrawing(svg, 'amounts');
  });

  it.each([276, 326, 560])('keeps names and numbers inside %i pixels, those at the end of the axis too', (width) => {
    const rows = [...data.rows, row('Nothing kept', 9e14, '137,000 quintillion')];
    const svg = amounts({ ...data, rows }, surface(width));
    const wide = (text: Element): number => textWidth(text.textContent!) * Number(text.getAttribute('font-size'));
    for (const text of svg.querySelectorAll('text')) {
      const x = Number(text.getAttribute('x'));
      const parts = [...text.querySelectorAll('tspan')];
      const long = parts.length > 0 ? parts.map(wide).reduce((sum, part) => sum + part, 8) : wide(text);
      const before = { end: 1, middle: 0.5 }[text.getAttribute('text-anchor')!] ?? 0;
      expect(x - before * long, text.textContent!).toBeGreaterThanOrEqual(0);
      expect(x + (1 - before) * long, text.textContent!).toBeLessThanOrEqual(width);
    }
  });
});
