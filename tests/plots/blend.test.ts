import { describe, expect, it } from 'vitest';
import { blend, type Blend } from '../../components/plots/blend.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Blend = {
  values: [
    { label: 'apple', at: [-1, 1], weight: 0.5 },
    { label: 'bank', at: [1, 1], weight: 0.25, chosen: true },
    { label: 'river', at: [0, -1], weight: 0.25 },
  ],
  output: [-0.25, 0.5],
  hull: [
    [-1, 1],
    [0, -1],
    [1, 1],
  ],
  extent: 2,
};

describe('blend(data, surface)', () => {
  it('draws the values, their hull, and the output among them', async () => {
    const svg = blend(data, surface(300));
    expect(svg.querySelector('.hull')!.getAttribute('points')).toBe('75.0,75.0 150.0,225.0 225.0,75.0');
    expect(svg.querySelector('.output')!.getAttribute('d')).toMatch(/^M131\.3 103\.5l/);
    await expectDrawing(svg, 'blend');
  });

  it('draws a thread as thick as the weight is large', () => {
    const widths = [...blend(data, surface(300)).querySelectorAll('line')].map((line) =>
      Number(line.getAttribute('stroke-width')),
    );
    expect(widths[0]).toBeGreaterThan(widths[1]!);
    expect(widths[1]).toBe(widths[2]);
  });
});
