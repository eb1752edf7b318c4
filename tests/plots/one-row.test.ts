import { describe, expect, it } from 'vitest';
import { frameLine, oneRow } from '../../components/plots/one-row.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data = {
  asking: 1,
  labels: ['the', 'bank'],
  query: [1, -1],
  keys: [
    [1, 0],
    [0.5, -2],
  ],
  scores: [0.707, 1.768],
  shares: [0.257, 0.743],
  values: [
    [1, 1],
    [-1, 2],
  ],
  output: [-0.486, 1.743],
  max: { keys: 2, values: 2 },
};
const texts = (svg: SVGSVGElement): string[] => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('oneRow(data, surface)', () => {
  it('draws the query, and for each key its strip, its score, its share and its value', async () => {
    const svg = oneRow(data, surface(730));
    expect(svg.querySelectorAll('rect[data-across="2"]')).toHaveLength(4);
    expect(texts(svg)).toEqual(expect.arrayContaining(['the', 'bank', '0.71', '1.77', '0.26', '0.74']));
    // Of a value, the part that its share takes: 0.743 of 2, where 2 is half of 26 pixels.
    const taken = [...svg.querySelectorAll('path.share')].map((path) => path.getAttribute('d'));
    expect(taken[1]).toMatch(/v4\.8.*v-9\.7$/);
    await expectDrawing(svg, 'one-row');
  });

  it('stays within the width it is given', () => {
    for (const width of [276, 326, 860]) {
      const rects = [...oneRow(data, surface(width)).querySelectorAll('rect')];
      const ends = rects.map((rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')));
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
      expect(Math.min(...rects.map((rect) => Number(rect.getAttribute('width'))))).toBeGreaterThan(20);
    }
  });
});

describe('frameLine(svg, line, feature)', () => {
  it('frames one line and one feature, in place of the last, and gives the pairs that feature', () => {
    const svg = oneRow(data, surface(730));
    frameLine(svg, 0, 0);
    frameLine(svg, 1, 1);
    expect([...svg.querySelectorAll('.row, .feature')].map((frame) => frame.getAttribute('class'))).toEqual([
      'row',
      'feature',
    ]);
    expect([...svg.querySelectorAll('.pair')].map((pair) => pair.getAttribute('data-key'))).toEqual(['1', '1']);
    const strip = svg.querySelectorAll('rect[data-query="1"]')[0]!;
    expect(Number(svg.querySelector('.row')!.getAttribute('y'))).toBe(Number(strip.getAttribute('y')) - 2);
  });
});
