import { describe, expect, it } from 'vitest';
import { heatmap } from '../../components/plots/heatmap.ts';
import { signedPaint } from '../../components/plots/signed.ts';
import { showNumber } from '../../components/plots/number.ts';
import { expectDrawing, surface } from './snapshot.ts';

describe('heatmap(data, surface) under a mask', () => {
  const data = {
    queries: ['the', 'bank'],
    keys: ['the', 'bank'],
    weights: [1, 0, 0.25, 0.75],
    sums: [1, 1],
    max: 1,
    allowed: [1, 0, 1, 1],
  };

  it('hatches what is masked, and prints no number there', async () => {
    const svg = heatmap(data, surface(300));
    expect(svg.querySelectorAll('rect[data-masked]')).toHaveLength(1);
    expect(svg.querySelector('rect[data-masked]')!.getAttribute('data-query')).toBe('0');
    expect(svg.querySelector('rect[data-masked]')!.getAttribute('data-key')).toBe('1');
    // Three lines a cell.
    expect(svg.querySelector('.hatch')!.getAttribute('d')!.match(/M/g)).toHaveLength(3);
    expect(svg.textContent).toContain('1.00.25.75');
    await expectDrawing(svg, 'heatmap-masked');
  });

  it('has no hatching where nothing is masked', () => {
    const svg = heatmap({ ...data, allowed: [1, 1, 1, 1] }, surface(300));
    expect(svg.querySelectorAll('[data-masked], .hatch')).toHaveLength(0);
  });
});

describe('heatmap(data, surface) of scores', () => {
  it('tells signs apart by hue and by a true minus, and prints no sums', async () => {
    const svg = heatmap(
      { queries: ['a', 'b'], keys: ['a', 'b'], weights: [-1.25, 0, 2.5, 0.5], max: 2.5, paint: signedPaint },
      surface(300),
    );
    expect(svg.querySelector('rect[data-query="0"][data-key="0"]')!.getAttribute('fill')).toContain(
      '--signed-minus) 50.0%',
    );
    expect(svg.querySelector('rect[data-query="1"][data-key="0"]')!.getAttribute('fill')).toContain(
      '--signed-plus) 100.0%',
    );
    expect(svg.textContent).toContain('−1.3');
    expect(svg.textContent).not.toContain('Σ');
    await expectDrawing(svg, 'heatmap-signed');
  });
});

describe('showNumber(value, decimals)', () => {
  it('writes a true minus, and none before a zero', () => {
    expect([-1.256, 0, 0.5, -0.001].map((value) => showNumber(value))).toEqual(['−1.26', '0.00', '0.50', '0.00']);
    expect(showNumber(-0.0014, 3)).toBe('−0.001');
  });
});
