import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { textWidth } from './text-width.ts';

/** Amounts of one kind that are many times as large as one another. */
export interface Amounts {
  readonly rows: readonly {
    readonly label: string;
    readonly detail: string;
    readonly value: number;
    /** The value as it is printed. */
    readonly shown: string;
    /** Drawn hollow, its stem dashed: of another kind. */
    readonly isOther: boolean;
  }[];
  /** The ends of the axis. */
  readonly domain: readonly [from: number, to: number];
  readonly ticks: Readonly<Record<string, number>>;
  /** An amount that readers know. */
  readonly level?: { readonly value: number; readonly label: string };
}

const top = 22;
const pitch = 46;
const labelSize = 13;
const soft = { 'font-size': 11, fill: 'var(--ink-soft)' };
/** Over a rule or a stem a text stands on paper. */
const onPaper = { stroke: 'var(--paper)', 'stroke-width': 5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };

/** Rows on one logarithmic axis: a name, and under it a stem with a dot at the value. Each row carries `data-row`, counted from 0. */
export function amounts({ rows, domain, ticks, level }: Amounts, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const [left, right] = [1, 8];
  const [from, to] = domain.map(Math.log10) as [number, number];
  const x = (value: number): number => left + ((Math.log10(value) - from) / (to - from)) * (width - left - right);
  const bottom = top + rows.length * pitch;
  const svg = drawing(surface, bottom + (level ? 20 : 4));
  const rule = (at: number, stroke: string, dashes?: string): Element =>
    draw(svg, 'path', {
      ...{ d: `M${at.toFixed(1)} ${top - 4}V${bottom}`, stroke },
      ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
    });

  rule(left, 'var(--ink)');
  for (const [name, value] of Object.entries(ticks)) {
    rule(x(value), 'var(--rule)');
    draw(svg, 'text', { x: x(value), y: top - 9, 'text-anchor': 'middle', ...soft }, name);
  }
  if (level) {
    rule(x(level.value), 'var(--ink-soft)', '2 3');
    draw(svg, 'text', { x: x(level.value), y: bottom + 14, 'text-anchor': 'middle', ...soft }, level.label);
  }

  rows.forEach(({ label, detail, value, shown, isOther }, row) => {
    const [name, line] = [top + row * pitch + 14, top + row * pitch + 32];
    const at = x(value);
    const group = draw(svg, 'g', { 'data-row': row });
    const named = draw(group, 'text', { x: left + 8, y: name, ...onPaper });
    draw(named, 'tspan', { 'font-size': labelSize, 'font-weight': 600 }, label);
    draw(named, 'tspan', { dx: 8, ...soft }, detail);
    draw(group, 'path', {
      ...{ d: `M${left} ${line}H${at.toFixed(1)}`, stroke: 'var(--ink)', 'stroke-width': 2 },
      ...(isOther && { 'stroke-dasharray': '2 3' }),
    });
    draw(group, 'circle', {
      ...{ cx: at, cy: line, r: 5, stroke: 'var(--ink)', 'stroke-width': 1.5 },
      fill: isOther ? 'var(--paper)' : 'var(--ink)',
    });
    const isRoom = at + 12 + textWidth(shown) * labelSize <= width;
    draw(
      group,
      'text',
      {
        ...{ x: isRoom ? at + 12 : at + 5, y: isRoom ? line + 4.5 : line - 8 },
        ...{ 'text-anchor': isRoom ? 'start' : 'end', 'font-size': labelSize },
        ...{ 'font-variant-numeric': 'tabular-nums', ...onPaper },
      },
      shown,
    );
  });
  return svg;
}
