import { describe, expect, it } from 'vitest';
import { decay, type Decay } from '../../components/plots/decay.ts';
import { showPower, showScientific } from '../../components/plots/scientific.ts';
import { expectDrawing, surface } from './snapshot.ts';

const powers = (factor: number): number[] => Array.from({ length: 17 }, (_, k) => factor ** k);
const data: Decay = {
  lines: [
    { look: 'band', values: powers(0.8), label: 'bound' },
    { look: 'dashed', values: powers(0.3), label: 'falls' },
    { look: 'solid', values: powers(0.78), label: 'lasts' },
    { look: 'beads', values: powers(1).map((value, k) => value / (2 + (k % 3))), label: 'level' },
  ],
  xLabel: 'distance',
  chosen: 6,
  exponents: [-6, 2],
};
const bold = (svg: SVGSVGElement) => [...svg.querySelectorAll('text[font-weight="600"][font-size="12"]')];

describe('decay(data, surface)', () => {
  it('draws lines against a distance, a band behind, each named', async () => {
    await expectDrawing(decay(data, surface(326)), 'decay');
  });

  it('names what stays in the drawing at its end, apart, and what leaves with an arrow', () => {
    const names = bold(decay(data, surface(326)));
    expect(names.map((name) => name.textContent)).toEqual(['level', 'bound', 'lasts', 'falls ↓']);
    const heights = names.slice(0, 3).map((name) => Number(name.getAttribute('y')));
    for (const [at, height] of heights.slice(1).entries()) expect(height - heights[at]!).toBeGreaterThan(14);
    expect(
      bold(decay({ ...data, lines: [{ look: 'solid', values: powers(2), label: 'grows' }] }, surface(326))).map(
        (name) => name.textContent,
      ),
    ).toEqual(['grows ↑']);
  });

  it('names every second power of ten', () => {
    const ticks = [...decay(data, surface(326)).querySelectorAll('text')].map((text) => text.textContent);
    expect(ticks).toEqual(expect.arrayContaining(['10²', '1', '10⁻²', '10⁻⁴', '10⁻⁶']));
  });

  it('has a column to point at for every distance', () => {
    expect(
      [...decay(data, surface(326)).querySelectorAll('rect[data-step]')].map((column) =>
        column.getAttribute('data-step'),
      ),
    ).toEqual(powers(1).map((_, k) => String(k)));
  });

  it('takes off the labels that accessibility checks refuse', () => {
    expect(decay(data, surface(326)).querySelectorAll('g[aria-label]')).toHaveLength(0);
  });
});

describe('showScientific(value)', () => {
  it.each([
    [0, '0'],
    [94.3, '94'],
    [1, '1.0'],
    [0.1314, '0.13'],
    [0.00131, '0.0013'],
    [9.96, '10'],
    [0.0000542, '5.4 × 10⁻⁵'],
    [3.9e-15, '3.9 × 10⁻¹⁵'],
    [12345, '1.2 × 10⁴'],
  ])('%d is %s', (value, text) => {
    expect(showScientific(value)).toBe(text);
  });

  it('raises every sign of a power', () => expect(showPower(-1230)).toBe('10⁻¹²³⁰'));
});
