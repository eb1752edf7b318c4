import { describe, expect, it } from 'vitest';
import { shares, type Shares } from '../../components/plots/shares.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Shares = {
  groups: ['3–5', '6–8', '9 or more'],
  xLabel: 'words',
  chosen: 1,
  lines: [
    {
      look: 'strong',
      means: [0.9, 0.8, 0.7],
      lowest: [0.8, 0.7, 0.5],
      highest: [1, 0.9, 0.75],
      label: { text: 'one', at: 0, side: 'above' },
    },
    {
      look: 'faint',
      means: [0.6, 0.1, 0],
      lowest: [0.5, 0, 0],
      highest: [0.7, 0.2, 0],
      label: { text: 'other', at: 1, side: 'above' },
    },
  ],
};

describe('shares(data, surface)', () => {
  it('draws a line through the means, and bands from the lowest to the highest', async () => {
    await expectDrawing(shares(data, surface(326)), 'shares');
  });

  it('has a column to point at for every group, with the dots in its middle', () => {
    const svg = shares(data, surface(326));
    const columns = [...svg.querySelectorAll('rect[data-step]')];
    expect(columns).toHaveLength(3);
    const dots = [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
    expect(dots).toHaveLength(6);
    dots.forEach((x, at) => {
      const column = columns[at % 3]!;
      expect(x).toBeCloseTo(Number(column.getAttribute('x')) + Number(column.getAttribute('width')) / 2, 0);
    });
  });
});
