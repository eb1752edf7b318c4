import { describe, expect, it } from 'vitest';
import { pairedBars, type PairedBars } from '../../components/plots/paired-bars.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: PairedBars = {
  rows: [
    { label: 'The', values: [0.14, 0.14] },
    { label: 'river/central-bank', values: [0.58, 0.6] },
    { label: 'bank', values: [0.24, 0.07] },
    { label: 'is', values: [0, -1e-7] },
  ],
  names: ['as it is', 'edge cut'],
  max: 0.6,
  chosen: 2,
};
const barsOf = (svg: SVGSVGElement, row: number): number[] =>
  [...svg.querySelectorAll(`[data-row="${row}"] rect`)].map((rect) => Number(rect.getAttribute('width')));

describe('pairedBars(data, surface)', () => {
  it('draws two bars a word on one scale, and prints both numbers', async () => {
    const svg = pairedBars(data, surface(326));
    const [[small], [, whole], [from, to], none] = [0, 1, 2, 3].map((row) => barsOf(svg, row)) as [
      number[],
      number[],
      number[],
      number[],
    ];
    expect(whole! / small!).toBeCloseTo(0.6 / 0.14, 1);
    expect(from! / to!).toBeCloseTo(0.24 / 0.07, 1);
    expect(none).toEqual([0.8, 0.8]);
    expect(svg.textContent).toContain('bank0.240.07');
    expect(svg.textContent).not.toContain('−');
    await expectDrawing(svg, 'paired-bars');
  });

  it('draws one bar where there is nothing to compare, and no second name', () => {
    const svg = pairedBars({ rows: [{ label: 'a', values: [0] }], names: ['as it is'], max: 0 }, surface(326));
    expect(barsOf(svg, 0)).toEqual([0.8]);
    expect(svg.outerHTML).not.toMatch(/NaN|edge cut/);
  });

  it('keeps bars and numbers inside the drawing', () => {
    const svg = pairedBars(data, surface(260));
    for (const text of svg.querySelectorAll('[data-row] text:not([text-anchor])'))
      expect(Number(text.getAttribute('x'))).toBeLessThan(260 - 24);
  });
});
