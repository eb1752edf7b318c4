import { describe, expect, it } from 'vitest';
import { frameCell } from '../../components/plots/frame-cell.ts';
import { heatmap } from '../../components/plots/heatmap.ts';
import { heatColour, showWeight } from '../../components/plots/weight.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data = {
  queries: ['the', 'bank'],
  keys: ['the', 'bank', 'of'],
  weights: [0.5, 0.25, 0.25, 0, 0.999, 0.001],
  sums: [1, 1],
  max: 0.999,
};

describe('heatmap(data, surface)', () => {
  it('draws a cell for every query and key', async () => {
    const svg = heatmap(data, surface(400));
    expect(svg.querySelectorAll('rect[data-query][data-key]')).toHaveLength(6);
    await expectDrawing(svg, 'heatmap');
  });

  it('leaves numbers out where cells have no room for them', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `word${index}`);
    const weights = words.flatMap(() => words.map(() => 1 / 20));
    const svg = heatmap({ queries: words, keys: words, weights, sums: words.map(() => 1), max: 1 / 20 }, surface(340));
    expect(svg.textContent).not.toContain('.05');
    await expectDrawing(svg, 'heatmap-narrow');
  });

  it('drops labels rather than set them smaller than is read with ease, and none meets the next', () => {
    for (let n = 2; n <= 32; n++)
      for (const width of [276, 326, 416, 560, 730, 860]) {
        const words = Array.from({ length: n }, (_, index) => `word${index}`);
        const svg = heatmap(
          { queries: words, keys: words, weights: words.flatMap(() => words.map(() => 1)), max: 1 },
          surface(width),
        );
        for (const axis of ['row', 'column']) {
          const labels = [...svg.querySelectorAll(`[data-${axis}]`)];
          for (const label of labels)
            expect(words[Number(label.getAttribute(`data-${axis}`))]).toContain(label.textContent.replace('…', ''));
          const size = Number(labels[0]!.closest('[font-size]')!.getAttribute('font-size'));
          expect(size, `${n} words at ${width}`).toBeGreaterThanOrEqual(10);
          const side =
            Number(svg.querySelector('rect[data-query="1"]')!.getAttribute('y')) -
            Number(svg.querySelector('rect[data-query="0"]')!.getAttribute('y'));
          expect((n / labels.length) * side, `${n} words at ${width}`).toBeGreaterThanOrEqual(size * 0.85);
          expect(labels.length).toBeGreaterThan(3 < n ? 3 : 1);
        }
      }
  });

  it('takes off the labels that accessibility checks refuse', () => {
    expect(heatmap(data, surface(400)).querySelectorAll('g[aria-label]')).toHaveLength(0);
  });

  it('stays within the width it is given', () => {
    for (const width of [280, 340, 900])
      expect(Number(heatmap(data, surface(width)).getAttribute('width'))).toBeLessThanOrEqual(width);
  });
});

describe('frameCell(svg, query, key)', () => {
  it('frames one cell and its row, in place of the last', () => {
    const svg = heatmap(data, surface(400));
    frameCell(svg, 0, 0);
    frameCell(svg, 1, 2);
    const frames = [...svg.querySelectorAll('.row, .chosen')];
    expect(frames.map((frame) => frame.getAttribute('class'))).toEqual(['row', 'chosen']);
    const cell = svg.querySelector('rect[data-query="1"][data-key="2"]')!;
    expect(Number(frames[1]!.getAttribute('x'))).toBe(Number(cell.getAttribute('x')) - 2);
  });

  it('frames nothing where there is no such cell', () => {
    const svg = heatmap(data, surface(400));
    frameCell(svg, 5, 5);
    expect(svg.querySelectorAll('.chosen')).toHaveLength(0);
  });
});

describe('heatColour(weight, max)', () => {
  it('runs from 0 to the largest weight shown', () => {
    expect(heatColour(0, 0.5)).toContain(' 0.0%');
    expect(heatColour(0.25, 0.5)).toContain(' 50.0%');
    expect(heatColour(0.5, 0.5)).toContain(' 100.0%');
  });
  it('has a colour for a map of zeros', () => {
    expect(heatColour(0, 0)).toContain(' 0.0%');
  });
});

describe('showWeight(weight)', () => {
  it('writes two decimals, and tells a small weight from none', () => {
    expect([0, 0.001, 0.27, 1].map(showWeight)).toEqual(['0.00', '<0.01', '0.27', '1.00']);
  });
});
