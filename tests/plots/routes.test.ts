import { describe, expect, it } from 'vitest';
import { routes, type Routes } from '../../components/plots/routes.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Routes = {
  words: ['a', 'b', 'c', 'd', 'e'],
  pairs: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [0, 2],
    [1, 3],
    [2, 4],
  ],
  recurrence: [0, 1, 2, 3, 4],
  attention: [0, 2, 4],
  backward: false,
};
const legs = (svg: SVGSVGElement, route: string) => svg.querySelectorAll(`g[data-route=${route}][data-step]`);

describe('routes(data, surface)', () => {
  it('draws every connection, and the steps of both ways', async () => {
    const svg = routes(data, surface(640));
    expect(svg.querySelectorAll('[data-pair]')).toHaveLength(7);
    expect(legs(svg, 'recurrence')).toHaveLength(4);
    expect(legs(svg, 'attention')).toHaveLength(2);
    expect(svg.textContent).toContain('attention: 2 hops');
    await expectDrawing(svg, 'routes');
  });

  it('runs down the page where it is narrow', async () => {
    const svg = routes(data, surface(288));
    expect(Number(svg.getAttribute('height'))).toBeGreaterThan(5 * 44);
    const areas = [...svg.querySelectorAll('[data-word]')];
    for (const area of areas) expect(Number(area.getAttribute('height'))).toBeGreaterThanOrEqual(44);
    await expectDrawing(svg, 'routes-narrow');
  });

  it('keeps every arc within the drawing', () => {
    for (const width of [260, 330, 560, 900]) {
      const svg = routes({ ...data, pairs: [[0, 4]], attention: [0, 4] }, surface(width));
      // A cubic’s farthest point is three quarters of the way to its control points.
      const [, x, y, , , endX, endY] = svg
        .querySelector('[data-pair]')!
        .getAttribute('d')!
        .match(/C([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)/)!
        .map(Number) as number[];
      const farX = endX! + 0.75 * (x! - endX!);
      const farY = endY! + 0.75 * (y! - endY!);
      if (width < 560) expect(farX).toBeLessThan(width);
      else expect(farY).toBeGreaterThan(0);
    }
  });

  it('draws no steps from a word to itself', () => {
    const svg = routes({ ...data, recurrence: [2], attention: [2] }, surface(640));
    expect(svg.querySelectorAll('[data-route]')).toHaveLength(0);
  });

  it('turns its arrows round for a recurrence that reads from the right', () => {
    const firstStep = (drawn: Routes) => {
      const path = routes(drawn, surface(640)).querySelector('g[data-route=recurrence][data-step="1"] path')!;
      return /M([\d.]+) [\d.]+L([\d.]+)/.exec(path.getAttribute('d')!)!.slice(1).map(Number) as [number, number];
    };
    const [left, right] = firstStep(data);
    expect(left).toBeLessThan(right);
    const [from, to] = firstStep({ ...data, recurrence: [4, 3, 2, 1, 0], attention: [4, 2, 0], backward: true });
    expect(from).toBeGreaterThan(to);
  });
});
