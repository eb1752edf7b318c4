import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

export interface Directions {
  /** Singular values of the scores as they are, largest first. */
  readonly yours: readonly number[];
  /** And of the scores that are needed; nothing where no finite scores are. */
  readonly needed: readonly number[] | undefined;
  /** What the bars are. */
  readonly note: string;
}

const shown = 3;
const names = ['first', 'second', 'third'];
const top = 44;
const base = 122;
/** Bars are drawn against at least this, so that small scores look small. */
const least = 2;
const small = { 'font-size': 11 };

/**
 * How far scores reach along each independent direction, beside how far they would have to:
 * a bar for what is there, an outline for what is needed.
 */
export function directions({ yours, needed, note }: Directions, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const svg = drawing(surface, base + 22);
  const most = Math.max(least, ...yours, ...(needed ?? []));
  const rise = (value: number): number => (value / most) * (base - top - 14);
  const step = width / shown;
  draw(svg, 'text', { x: 0, y: 12, 'font-weight': 650 }, 'Independent directions in the scores');
  draw(svg, 'text', { x: 0, y: 29, ...small, fill: 'var(--ink-soft)' }, note);
  draw(svg, 'path', { d: `M0 ${base}H${width}`, stroke: 'var(--ink-soft)' });

  for (let direction = 0; direction < shown; direction++) {
    const x = (direction + 0.5) * step;
    const bars = [
      { kind: 'yours', value: yours[direction]!, fill: 'var(--ink)', stroke: 'none', dashes: 'none' },
      ...(needed
        ? [{ kind: 'needed', value: needed[direction]!, fill: 'none', stroke: 'var(--ink)', dashes: '3 2' }]
        : []),
    ];
    const bar = 26;
    const from = x - (bars.length * bar + (bars.length - 1) * 8) / 2;
    for (const [place, { kind, value, fill, stroke, dashes }] of bars.entries()) {
      const at = from + place * (bar + 8);
      draw(svg, 'rect', {
        class: kind,
        x: at,
        y: base - rise(value),
        width: bar,
        height: rise(value),
        fill,
        stroke,
        'stroke-dasharray': dashes,
        'stroke-width': 1.4,
      });
      draw(
        svg,
        'text',
        {
          x: at + bar / 2,
          y: base - rise(value) - 5,
          'text-anchor': 'middle',
          ...small,
          'font-variant-numeric': 'tabular-nums',
        },
        value.toFixed(2),
      );
    }
    draw(
      svg,
      'text',
      { x, y: base + 16, 'text-anchor': 'middle', ...small, fill: 'var(--ink-soft)' },
      names[direction]!,
    );
  }
  return svg;
}
