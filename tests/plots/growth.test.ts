import { describe, expect, it } from 'vitest';
import { growth, type Growth } from '../../components/plots/growth.ts';
import { expectDrawing, surface } from './snapshot.ts';

const lengths = Array.from({ length: 18 }, (_, step) => 2 ** (3 + step));
const data: Growth = {
  lengths,
  chosen: 4,
  domain: [1, 1e13],
  ticks: { thousand: 1e3, billion: 1e9 },
  lines: [
    { id: 'sum', look: 'band', values: lengths.map((n) => n * n + 1024 * n) },
    { id: 'square', look: 'accent', values: lengths.map((n) => n * n), label: 'n²', side: 'above' },
    { id: 'straight', look: 'dashed', values: lengths.map((n) => 1024 * n), label: '1024n', side: 'below' },
    { id: 'level', look: 'dotted', values: lengths.map(() => 500), label: '500', side: 'below' },
  ],
  point: { length: 1024, value: 2 ** 20, label: 'equal' },
  level: { value: 16e9, label: 'much' },
};

describe('growth(data, surface)', () => {
  it('draws each quantity against the length', async () => {
    await expectDrawing(growth(data, surface(430)), 'growth');
  });

  it('has a column to point at for every length', () => {
    const columns = [...growth(data, surface(430)).querySelectorAll('rect[data-step]')];
    expect(columns.map((column) => column.getAttribute('data-step'))).toEqual(lengths.map((_, step) => String(step)));
    const centre = (step: number) =>
      Number(columns[step]!.getAttribute('x')) + Number(columns[step]!.getAttribute('width')) / 2;
    expect(centre(4) - centre(3)).toBeCloseTo(centre(17) - centre(16));
  });

  it('draws powers of n as straight lines, the rule at the chosen length', () => {
    const svg = growth({ ...data, chosen: 17 }, surface(430));
    const square = [...svg.querySelectorAll('path')].find(
      (path) => path.closest('g')!.getAttribute('stroke-width') === '2.5',
    )!;
    const points = square
      .getAttribute('d')!
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number) as [number, number]);
    const slopes = points.slice(1).map(([x, y], i) => (y - points[i]![1]) / (x - points[i]![0]));
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 1);
    expect(svg.textContent).toContain('n = 1,048,576');
  });

  it('takes off the labels that accessibility checks refuse, and stays within its width', () => {
    for (const width of [260, 326, 430]) {
      const svg = growth(data, surface(width));
      expect(svg.querySelectorAll('g[aria-label]')).toHaveLength(0);
      expect(Number(svg.getAttribute('width'))).toBe(width);
    }
  });
});
