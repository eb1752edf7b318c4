import { describe, expect, it } from 'vitest';
import { ratios, type Ratios } from '../../components/plots/ratios.ts';
import { expectDrawing, surface } from './snapshot.ts';

const row = (label: string, ratio: number, isOther = false) => ({
  label,
  detail: 'so and so',
  ratio,
  shown: ratio === 1 ? '1' : `${ratio} ×`,
  isOther,
});
const data: Ratios = {
  title: 'times as long',
  rows: [row('readable', 47.2), row('blocked', 10), row('kernel', 1), row('onnxruntime-web', 2, true)],
};
const at = (svg: SVGSVGElement, index: number): number =>
  Number(svg.querySelector(`[data-row="${index}"] circle`)!.getAttribute('cx'));

describe('ratios(data, surface)', () => {
  it('puts a dot a row on a logarithmic axis that begins at 1', async () => {
    const svg = ratios(data, surface(640));
    const [readable, ten, one, two] = [0, 1, 2, 3].map((index) => at(svg, index)) as [number, number, number, number];
    expect((readable - one) / (ten - one)).toBeCloseTo(Math.log10(47.2), 2);
    expect((two - one) / (ten - one)).toBeCloseTo(Math.log10(2), 2);
    expect(svg.querySelector('[data-row="2"] text')!.getAttribute('font-weight')).toBe('700');
    expect(svg.querySelector('[data-row="3"] circle')!.getAttribute('fill')).toBe('var(--paper)');
    await expectDrawing(svg, 'ratios');
  });

  it('has room for names and numbers at 320 pixels', () => {
    const svg = ratios(data, surface(288));
    for (const text of svg.querySelectorAll('[data-row] text')) {
      const [x, width] = [
        Number(text.getAttribute('x')),
        text.textContent!.length * Number(text.getAttribute('font-size')) * 0.56,
      ];
      const [from, to] = text.getAttribute('text-anchor') === 'end' ? [x - width, x] : [x, x + width];
      expect(from, text.textContent!).toBeGreaterThanOrEqual(0);
      expect(to, text.textContent!).toBeLessThanOrEqual(288);
    }
  });

  it('keeps what is quicker still on the axis, and prints its number', () => {
    const svg = ratios({ ...data, rows: [row('kernel', 1), row('new', 0.97)] }, surface(640));
    expect(at(svg, 1)).toBe(at(svg, 0));
    expect(svg.textContent).toContain('0.97 ×');
  });

  it('draws an axis where all take alike', () => {
    expect(ratios({ ...data, rows: [row('kernel', 1)] }, surface(640)).outerHTML).not.toContain('NaN');
  });
});
