import type { Paint } from './heatmap.ts';
import { inkOn } from './weight.ts';

/** A number with two decimals and a true minus. */
export function showSigned(value: number, decimals = 2): string {
  const written = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(written) !== 0 ? `−${written}` : written;
}

/**
 * Numbers that may be negative: one colour for each sign, none at 0, both ends of the
 * scale equally far from it.
 */
export const signedPaint: Paint = {
  colour(value, max) {
    const share = max > 0 ? Math.min(1, Math.abs(value) / max) : 0;
    return `color-mix(in oklab, var(--signed-${value < 0 ? 'minus' : 'plus'}) ${(share * 100).toFixed(1)}%, var(--signed-zero))`;
  },
  ink: (value, max) => inkOn(max > 0 ? Math.abs(value) / max : 0, value < 0 ? { light: 0.81, dark: 0.55 } : { light: 0.64, dark: 0.48 }),
  show: (value) => showSigned(value, 1),
};
