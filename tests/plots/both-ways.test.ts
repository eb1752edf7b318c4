import { describe, expect, it } from 'vitest';
import { bothWays, frameDot } from '../../components/plots/both-ways.ts';
import { frameMirror } from '../../components/plots/frame-mirror.ts';
import { heatmap } from '../../components/plots/heatmap.ts';
import { expectDrawing, surface } from './snapshot.ts';

const scores = [1, 3, -2, 0.5, 2, 1, -2, 1, 0];
const dotOf = (svg: SVGSVGElement, query: number, key: number) => {
  const dot = svg.querySelector(`circle[data-query="${query}"][data-key="${key}"]`)!;
  return { x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) };
};
const lineOf = (svg: SVGSVGElement) =>
  svg
    .querySelector('.symmetry')!
    .getAttribute('d')!
    .match(/-?[\d.]+/g)!
    .map(Number) as [number, number, number, number];

describe('bothWays(data, surface)', () => {
  it('draws a dot a pair, the mirror image of each among them', async () => {
    const svg = bothWays({ scores, n: 3 }, surface(326));
    frameDot(svg, 0, 1);
    expect(svg.querySelectorAll('circle[data-query]')).toHaveLength(9);
    await expectDrawing(svg, 'both-ways');
  });

  it('puts on the line what is asked as much as it asks, and below it what asks more', () => {
    const svg = bothWays({ scores, n: 3 }, surface(326));
    const [x1, y1, x2, y2] = lineOf(svg);
    const above = ({ x, y }: { x: number; y: number }): number => y1 + ((x - x1) / (x2 - x1)) * (y2 - y1) - y;
    for (const [query, key] of [
      [0, 0],
      [0, 2],
      [2, 0],
      [1, 2],
    ] as const)
      expect(Math.abs(above(dotOf(svg, query, key)))).toBeLessThan(0.2);
    expect(above(dotOf(svg, 0, 1))).toBeLessThan(-10);
    expect(above(dotOf(svg, 1, 0))).toBeGreaterThan(10);
  });

  it('has a drawing for scores that are all one number', () => {
    expect(bothWays({ scores: [2], n: 1 }, surface(326)).outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('frameMirror(svg, query, key)', () => {
  it('frames the cell and, with dashes, the one across the diagonal; of the diagonal itself one', () => {
    const svg = heatmap({ queries: ['a', 'b'], keys: ['a', 'b'], weights: [1, 0, 0.5, 0.5], max: 1 }, surface(300));
    const left = (of: string): number => Number(svg.querySelector(of)!.getAttribute('x'));
    frameMirror(svg, 0, 1);
    expect(left('.mirror')).toBeLessThan(left('.chosen'));
    frameMirror(svg, 1, 1);
    expect(svg.querySelectorAll('.mirror')).toHaveLength(0);
    expect(svg.querySelectorAll('.chosen')).toHaveLength(1);
  });
});
