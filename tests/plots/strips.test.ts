import { describe, expect, it } from 'vitest';
import { frameStrip, strips } from '../../components/plots/strips.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data = {
  strips: [
    { label: 'the', values: [1, -1, 0, 0.5], share: 0.25, note: '0.25 ×' },
    { label: 'bank', values: [-2, 0, 2, 1], share: 0.75, note: '0.75 ×' },
  ],
  max: 2,
  ink: 'var(--value)',
  rows: 'key',
  rowInk: 'var(--key)',
};
const bars = (svg: SVGSVGElement, kind: string): string[] =>
  [...svg.querySelectorAll(`.${kind}`)].map((path) => path.getAttribute('d')!);

describe('strips(data, surface)', () => {
  it('draws every number as a bar, up or down, and again as much of it as is shared', async () => {
    const svg = strips(data, surface(300));
    // Half a row is 20 high and stands for 2.
    expect(bars(svg, 'whole')[1]!.match(/v-?[\d.]+/g)).toEqual(['v20.0', 'v-20.0', 'v-10.0']);
    expect(bars(svg, 'share')[1]!.match(/v-?[\d.]+/g)).toEqual(['v15.0', 'v-15.0', 'v-7.5']);
    await expectDrawing(svg, 'strips');
  });

  it('draws whole values once where nothing is shared out', () => {
    const whole = { ...data, strips: data.strips.map(({ label, values }) => ({ label, values })) };
    const svg = strips(whole, surface(300));
    expect(bars(svg, 'share')).toEqual([]);
    expect(svg.querySelector('.whole')!.getAttribute('stroke-opacity')).toBe('1');
  });

  it('tells each row and how many features it has', () => {
    const rects = [...strips(data, surface(300)).querySelectorAll('rect[data-query]')];
    expect(rects.map((rect) => [rect.getAttribute('data-query'), rect.getAttribute('data-across')])).toEqual([
      ['0', '4'],
      ['1', '4'],
    ]);
  });

  it('stays within the width it is given', () => {
    for (const width of [280, 500]) {
      const svg = strips(data, surface(width));
      const rect = svg.querySelector('rect')!;
      expect(Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))).toBeLessThanOrEqual(width);
    }
  });
});

describe('frameStrip(svg, row, feature)', () => {
  it('frames one row and one feature through all, in place of the last', () => {
    const svg = strips(data, surface(301));
    frameStrip(svg, 0, 0);
    frameStrip(svg, 1, 3);
    expect([...svg.querySelectorAll('.row, .feature')].map((frame) => frame.getAttribute('class'))).toEqual([
      'row',
      'feature',
    ]);
    const strip = svg.querySelectorAll('rect[data-query]')[1]!;
    expect(Number(svg.querySelector('.row')!.getAttribute('y'))).toBe(Number(strip.getAttribute('y')) - 1);
    const step = Number(strip.getAttribute('width')) / 4;
    expect(Number(svg.querySelector('.feature')!.getAttribute('x'))).toBeCloseTo(
      Number(strip.getAttribute('x')) + 3 * step - 1,
      6,
    );
  });
});
