import { describe, expect, it } from 'vitest';
import { matrix } from '../../components/plots/matrix.ts';
import { series } from '../../components/plots/series.ts';
import { expectDrawing, surface } from './snapshot.ts';

const texts = (svg: SVGSVGElement): string[] => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
const fills = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill')!);

describe('matrix(data, surface)', () => {
  it('writes numbers into cells that have room, and no colour on what is none', async () => {
    const svg = matrix(
      { rows: 2, columns: 3, numbers: [1.27091, -0.19641, NaN, 1e6, -Infinity, 2], max: 1e6 },
      surface(560),
    );
    expect(texts(svg)).toEqual(['1.2709', '−0.1964', 'NaN', '1.00e6', '−∞', '2']);
    expect(fills(svg).map((fill) => fill === 'none')).toEqual([false, false, true, false, true, false]);
    await expectDrawing(svg, 'matrix');
  });

  it('takes the scale of weights for shares alone', () => {
    const colour = (numbers: number[]): string =>
      fills(matrix({ rows: 1, columns: 2, numbers, max: 1 }, surface(560)))[0]!;
    expect(colour([0.25, 0.75])).toContain('--heat-high');
    expect(colour([0.25, -0.75])).toContain('--signed-plus');
    expect(colour([0.25, NaN])).toContain('--heat-high');
  });

  it('stays within its width, with numbers while they can be read', () => {
    for (const [columns, hasNumbers] of [
      [4, true],
      [8, true],
      [9, false],
      [64, false],
    ] as const) {
      const svg = matrix(
        { rows: 1, columns, numbers: Array.from({ length: columns }, (_, i) => i / 9), max: 8 },
        surface(560),
      );
      expect(Number(svg.getAttribute('width'))).toBeLessThanOrEqual(560);
      expect(texts(svg).length > 0).toBe(hasNumbers);
    }
  });
});

describe('series(numbers, surface)', () => {
  it('draws a bar for each number and says how large the largest is', async () => {
    const svg = series([1, -2.5, NaN, 0.5], surface(200));
    expect(svg.querySelector('.whole')!.getAttribute('d')!.match(/M/g)).toHaveLength(3);
    expect(texts(svg)).toEqual(['0 … 3', 'full height ±2.5']);
    await expectDrawing(svg, 'series');
  });
});
