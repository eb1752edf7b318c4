import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** How many times as long each of several takes as the first among them, whose ratio is 1. */
export interface Ratios {
  readonly rows: readonly {
    readonly label: string;
    readonly detail: string;
    readonly ratio: number;
    /** The ratio as it is printed. */
    readonly shown: string;
    /** Drawn hollow: not one's own. */
    readonly isOther: boolean;
  }[];
  readonly title: string;
}

const pitch = 40;
const top = 34;
const labelSize = 13;
const soft = { 'font-size': 11, fill: 'var(--ink-soft)' };

/** A dot a row on a logarithmic axis that begins at 1, a stem from there to it; each row carries `data-row`, counted from 0. */
export function ratios({ rows, title }: Ratios, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const [left, right] = [Math.min(190, Math.max(130, width * 0.27)), 58];
  const powers = Math.max(1, Math.ceil(Math.log10(Math.max(...rows.map(({ ratio }) => ratio)))));
  // What is quicker still has no place on the axis: its number says so.
  const x = (ratio: number): number => left + (Math.log10(Math.max(1, ratio)) / powers) * (width - left - right);
  const bottom = top + rows.length * pitch;
  const svg = drawing(surface, bottom + 4);

  draw(svg, 'text', { x: left, y: 11, ...soft }, title);
  for (let power = 0; power <= powers; power++) {
    draw(svg, 'path', {
      d: `M${x(10 ** power).toFixed(1)} ${top - 4}V${bottom}`,
      stroke: power === 0 ? 'var(--ink)' : 'var(--rule)',
    });
    draw(svg, 'text', { x: x(10 ** power), y: top - 9, 'text-anchor': 'middle', ...soft }, `${10 ** power}`);
  }
  rows.forEach(({ label, detail, ratio, shown, isOther }, row) => {
    const y = top + row * pitch + pitch / 2;
    const group = draw(svg, 'g', { 'data-row': row });
    draw(
      group,
      'text',
      {
        x: left - 12,
        y: y - 2,
        'text-anchor': 'end',
        'font-size': labelSize,
        ...(ratio === 1 && { 'font-weight': 700 }),
      },
      label,
    );
    draw(group, 'text', { x: left - 12, y: y + 12, 'text-anchor': 'end', ...soft }, detail);
    draw(group, 'path', {
      d: `M${left.toFixed(1)} ${y}H${x(ratio).toFixed(1)}`,
      stroke: 'var(--ink)',
      'stroke-width': 2,
      ...(isOther && { 'stroke-dasharray': '2 3' }),
    });
    draw(group, 'circle', {
      cx: x(ratio),
      cy: y,
      r: 5,
      stroke: 'var(--ink)',
      'stroke-width': 1.5,
      fill: isOther ? 'var(--paper)' : 'var(--ink)',
    });
    draw(
      group,
      'text',
      {
        x: x(ratio) + 11,
        y: y + 4.5,
        'font-size': labelSize,
        'font-variant-numeric': 'tabular-nums',
        ...(ratio === 1 && { 'font-weight': 700 }),
      },
      shown,
    );
  });
  return svg;
}
