import { showExact } from './number.ts';
import { drawStrip } from './strips.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

const height = 72;
const foot = 18;

/** Numbers one after another, too many to be read: a bar each, with the largest size beside it. */
export function series(numbers: ArrayLike<number>, surface: Surface): SVGSVGElement {
  const values = Array.from(numbers, (number) => (Number.isFinite(number) ? number : 0));
  const max = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const svg = drawing(surface, height + foot);
  drawStrip(svg, { values }, { x: 0, y: 0, width: surface.width, height }, { max, ink: 'var(--ink)' });
  const small = { y: height + 13, 'font-size': 11, fill: 'var(--ink-soft)' };
  draw(svg, 'text', { x: 0, ...small }, `0 … ${values.length - 1}`);
  const end = { x: surface.width, 'text-anchor': 'end' };
  draw(svg, 'text', { ...small, ...end }, `full height ±${showExact(Number(max.toPrecision(3)))}`);
  return svg;
}
