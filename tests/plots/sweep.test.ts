import { describe, expect, it } from 'vitest';
import { sweep, type Sweep } from '../../components/plots/sweep.ts';
import { weightSlopes } from '../../components/plots/weight-slopes.ts';
import { expectDrawing, surface } from './snapshot.ts';

const xs = [1, 2, 4, 8, 16];
const data: Sweep = {
  xs,
  xLabel: 'components, d',
  base: 2,
  xTicks: [1, 4, 16],
  chosen: 8,
  chosenLabel: 'd = 8',
  log: true,
  domain: [0.5, 32],
  yTicks: [1, 4, 16],
  lines: [
    { look: 'strong', theory: xs, measured: [1.2, 1.8, 4.1, 8.3, 15], label: { text: 'q·k', at: 2, side: 'above' } },
    { look: 'faint', theory: [1, 1, 1, 1, 1], measured: [1.2, 0.9, 1.02, 1.03, 0.95] },
  ],
  level: { value: 24, label: 'a bound', side: 'above' },
};

describe('sweep(data, surface)', () => {
  it('draws theory as lines and what was measured as dots', async () => {
    await expectDrawing(sweep(data, surface(326)), 'sweep');
  });

  it('has a column to point at for every place, and each dot in its column', () => {
    const svg = sweep(data, surface(326));
    const columns = [...svg.querySelectorAll('rect[data-step]')];
    expect(columns).toHaveLength(xs.length);
    const dots = [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
    expect(dots).toHaveLength(2 * xs.length);
    dots.forEach((x, at) => {
      const column = columns[at % xs.length]!;
      expect(x).toBeCloseTo(Number(column.getAttribute('x')) + Number(column.getAttribute('width')) / 2, 0);
    });
  });

  it('takes off the labels that accessibility checks refuse', () => {
    expect(sweep(data, surface(276)).querySelectorAll('g[aria-label]')).toHaveLength(0);
  });
});

describe('weightSlopes(data, surface)', () => {
  const row = {
    labels: ['the', 'bank', 'of', 'the', 'river'],
    weights: [0, 0.5, 0.1, 0, 0.4],
    slopes: [0, 0.25, 0.09, 0, 0.24],
  };

  it('draws weights that rise and slopes that hang, another way as outlines', async () => {
    await expectDrawing(
      weightSlopes(
        { ...row, beside: { weights: [0.2, 0.2, 0.2, 0.2, 0.2], slopes: [0.16, 0.16, 0.16, 0.16, 0.16] } },
        surface(326),
      ),
      'weight-slopes',
    );
  });

  it('has bars as high as the numbers, a whole panel for a weight of 1 or a slope of ¼', () => {
    const bars = [...weightSlopes(row, surface(326)).querySelectorAll('rect[data-key="1"]')].map((bar) =>
      Number(bar.getAttribute('height')),
    );
    expect(bars).toEqual([65, 64]);
  });
});
