import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signedPaint } from '../../components/plots/signed.ts';
import { heatColour, heatInk, showWeight } from '../../components/plots/weight.ts';

const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

type Three = readonly [number, number, number];

/** Both themes' colours of a token, in linear light. */
function themes(token: string): { light: Three; dark: Three } {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)!;
  const linear = (hex: string): Three =>
    [1, 3, 5].map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as unknown as Three;
  return { light: linear(light!), dark: linear(dark!) };
}

/** To OKLab and back (Ottosson 2020), as browsers mix. */
function luminanceOfMix(low: Three, high: Three, share: number): number {
  const lab = ([r, g, b]: Three): Three => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [from, to] = [lab(low), lab(high)];
  const [L, a, b] = from.map((value, i) => value + (to[i]! - value) * share) as unknown as Three;
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return (
    0.2126 * (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * (-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

describe('the colours of weights', () => {
  test.each([
    ['weights', 'heat-low', 'heat-high', heatInk],
    ['positive numbers', 'signed-zero', 'signed-plus', signedPaint.ink],
    ['negative numbers', 'signed-zero', 'signed-minus', (value: number, max: number) => signedPaint.ink(-value, max)],
  ])('text on %s has a contrast of 4.5 at least, all along the scale and in both themes', (_, from, to, ink) => {
    const low = themes(from);
    const high = themes(to);
    for (let step = 0; step <= 100; step++) {
      const [, light, dark] = /light-dark\((#\w+), (#\w+)\)/.exec(ink(step, 100))!;
      for (const [theme, text] of [
        ['light', light!],
        ['dark', dark!],
      ] as const) {
        const ground = luminanceOfMix(low[theme], high[theme], step / 100);
        const contrast = text === '#fff' ? 1.05 / (ground + 0.05) : (ground + 0.05) / 0.05;
        expect(contrast, `${theme}, ${step} %`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('go from the low end at 0 to the high end at the largest', () => {
    expect(heatColour(0, 0.4)).toBe('color-mix(in oklab, var(--heat-high) 0.0%, var(--heat-low))');
    expect(heatColour(0.4, 0.4)).toBe('color-mix(in oklab, var(--heat-high) 100.0%, var(--heat-low))');
  });
});

test('a weight that is not nothing is never printed as nothing', () => {
  expect(showWeight(0)).toBe('0.00');
  expect(showWeight(0.004)).toBe('<0.01');
  expect(showWeight(0.126)).toBe('0.13');
});
