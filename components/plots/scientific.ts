import { showNumber } from './number.ts';

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** A power of ten, or of another whole number: `10⁻⁷`, `2¹⁶`. */
export function showPower(exponent: number, base = 10): string {
  return `${base}${[...String(exponent)].map((sign) => raised[sign]!).join('')}`;
}

/** A number ≥ 0 of any size with two figures: `94`, `0.13`, `0.0013`, `5.4 × 10⁻¹³`. */
export function showScientific(value: number): string {
  if (value === 0) return '0';
  const [figures, exponent] = value.toExponential(1).split('e') as [string, string];
  const power = Number(exponent);
  return power < -4 || power > 3
    ? `${figures} × ${showPower(power)}`
    : showNumber(Number(value.toPrecision(2)), Math.max(0, 1 - power));
}

/** A number with its power of ten where there is room for few signs: `3.4e38`, `−1.2e5`. */
export function showExponent(value: number, decimals = 1): string {
  return value.toExponential(decimals).replace('e+', 'e').replaceAll('-', '−');
}

/** What may be endless or large where there is room for few signs: `∞`, `3.4e38`, `1000`, `0.37`. */
export function showAny(value: number, decimals = 2): string {
  const size = Math.abs(value);
  if (size === Infinity) return value < 0 ? '−∞' : '∞';
  if (size >= 1e5) return showExponent(value);
  return showNumber(value, size >= 100 ? 0 : decimals);
}
