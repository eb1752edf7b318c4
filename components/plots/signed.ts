import type { Paint } from './heatmap.ts';
import { showNumber } from './number.ts';
import { inkOn } from './weight.ts';

/**
 * Numbers that may be negative: one colour for each sign, none at 0, both ends of the
 * scale equally far from it.
 */
export const signedPaint: Paint = {
  colour(value, max) {
    const share = max > 0 ? Math.min(1, Math.abs(value) / max) : 0;
    return `color-mix(in oklab, var(--signed-${value < 0 ? 'minus' : 'plus'}) ${(share * 100).toFixed(1)}%, var(--signed-zero))`;
  },
  ink: (value, max) =>
    inkOn(max > 0 ? Math.abs(value) / max : 0, value < 0 ? { light: 0.81, dark: 0.55 } : { light: 0.64, dark: 0.48 }),
  show: (value) => showNumber(value, 1),
};
