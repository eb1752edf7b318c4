import { showNumber } from './number.ts';
import { signedPaint } from './signed.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { heatColour, heatInk } from './weight.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Row after row. Any number, also none. */
  readonly numbers: ArrayLike<number>;
  /** The size of the number that takes the strongest colour. */
  readonly max: number;
}

/** A cell's width in so many columns, and the decimals that it has room for. */
function sizeOf(columns: number, width: number): { side: number; decimals: number | undefined } {
  if (columns <= 4) return { side: 68, decimals: 4 };
  if (columns <= 8) return { side: 36, decimals: 2 };
  return { side: Math.max(2, Math.min(22, width / columns)), decimals: undefined };
}

/** A number in so few signs: whole ones as they are, what is too large for its place by its power. */
function short(value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value) && Math.abs(value) < 10 ** (decimals + 1)) return showNumber(value, 0);
  const least = `.${'0'.repeat(decimals - 1)}1`;
  // Never nothing for what is not nothing.
  if (value !== 0 && Math.abs(value) < Number(least) / 2) return value > 0 ? `<${least}` : `>−${least}`;
  if (Math.abs(value) >= 100)
    return value
      .toExponential(decimals - 2)
      .replaceAll('-', '−')
      .replace('+', '');
  return showNumber(value, decimals);
}

/**
 * Any matrix, its numbers in its cells while there is room. Shares, from 0 to 1, take the scale of
 * weights; others have a colour for each sign. What is no number has none.
 */
export function matrix({ rows, columns, numbers, max }: Matrix, surface: Surface): SVGSVGElement {
  const { side, decimals } = sizeOf(columns, surface.width);
  const height = decimals === undefined ? side : 26;
  const svg = drawing({ ...surface, width: Math.ceil(side * columns) }, Math.ceil(height * rows));
  const all = Array.from(numbers);
  const areShares = all.every((number) => !(number < 0 || number > 1)) && all.some((number) => number > 0);
  const [colour, ink] = areShares ? [heatColour, heatInk] : [signedPaint.colour, signedPaint.ink];
  const gap = side > 8 ? 1.5 : 0;
  for (const [index, number] of all.entries()) {
    const [x, y] = [(index % columns) * side, Math.floor(index / columns) * height];
    const isNumber = Number.isFinite(number);
    const fill = isNumber ? colour(number, max) : 'none';
    const box = { x, y, width: side - gap, height: height - gap };
    draw(svg, 'rect', { ...box, fill, ...(isNumber ? {} : { stroke: 'var(--rule)' }) });
    if (decimals === undefined) continue;
    const middle = { x: x + (side - gap) / 2, y: y + height / 2 + 3.5, 'text-anchor': 'middle' };
    const text = { fill: isNumber ? ink(number, max) : 'var(--ink)', 'font-variant': 'tabular-nums' };
    draw(svg, 'text', { ...middle, ...text }, short(number, decimals));
  }
  return svg;
}
