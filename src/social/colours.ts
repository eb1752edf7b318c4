/* eslint-disable no-restricted-syntax, no-restricted-properties -- What is raised to a power here is light. */
import { readFileSync } from 'node:fs';

/** The site's colours in light, by their names in the style sheet; of several, the first. */
export function lightColours(tokens: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, name, light] of tokens.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]+)/g))
    if (!all.has(name!)) all.set(name!, light!);
  return all;
}

let tokens: Map<string, string> | undefined;
const ofTheSite = (): Map<string, string> =>
  (tokens ??= lightColours(readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')));

type Three = readonly [number, number, number];

const channels = (hex: string): Three => {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(long.slice(at, at + 2), 16) / 255) as unknown as Three;
};
const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const fromLinear = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
const times = (rows: readonly Three[], [a, b, c]: Three): Three =>
  rows.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Three;

/** The two steps from light to OKLab and back (Ottosson 2020). */
const toCones: readonly Three[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: readonly Three[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const fromLab: readonly Three[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromCones: readonly Three[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const lab = (hex: string): Three =>
  times(toLab, times(toCones, channels(hex).map(toLinear) as unknown as Three).map(Math.cbrt) as unknown as Three);
const hexOf = (mixed: Three): string =>
  `#${times(fromCones, times(fromLab, mixed).map((cone) => cone ** 3) as unknown as Three)
    .map((c) => Math.round(255 * Math.min(1, Math.max(0, fromLinear(Math.max(0, c))))))
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('')}`;

function mix(one: string, share: number, other: string): string {
  if (other === 'transparent' || one === 'transparent') {
    const [hex, opacity] = other === 'transparent' ? [one, share] : [other, 1 - share];
    return `rgba(${channels(hex)
      .map((c) => Math.round(255 * c))
      .join(', ')}, ${opacity.toFixed(3)})`;
  }
  const [a, b] = [lab(one), lab(other)];
  return hexOf(a.map((part, at) => part * share + b[at]! * (1 - share)) as unknown as Three);
}

/** A colour of a drawing as every program knows it: the page's names and mixtures told in numbers, as they are in light. */
export function plainColour(written: string): string {
  return written
    .replaceAll('currentColor', 'var(--ink)')
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => ofTheSite().get(name) ?? whole)
    .replaceAll(/light-dark\(([^,()]+),[^()]+\)/g, '$1')
    .replaceAll(
      /color-mix\(in oklab, (#[0-9a-f]+|transparent) ([\d.]+)%, (#[0-9a-f]+|transparent)\)/g,
      (_, one: string, share: string, other: string) => mix(one, Number(share) / 100, other),
    );
}
