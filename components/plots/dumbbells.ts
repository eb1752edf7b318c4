import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** Pairs of places on one scale from −1 to 1: where something stands the first time, and the second. */
export interface Dumbbells {
  readonly rows: readonly { readonly label: string; readonly places: readonly [number, number] }[];
  /** What the ends of the scale are. */
  readonly ends: readonly [string, string];
  /** Half of the drawn scale. */
  readonly reach: number;
  /** Pixels from row to row. */
  readonly step: number;
  /** The row set apart, where it is one of several. */
  readonly chosen?: number | undefined;
  /** Small marks on each side, of what the ends are the middles of. */
  readonly marks?: readonly [readonly number[], readonly number[]] | undefined;
}

const top = 26;
const labelSize = 12;
const looks = ['var(--signed-minus)', 'var(--signed-plus)'] as const;

/**
 * A line from the first place, a round dot, to the second, a square one; where it goes to the left, it is dashed.
 * Each row carries `data-row`, counted from 0; a label that several rows have stands at the first of them.
 */
export function dumbbells({ rows, ends, reach, step, chosen, marks }: Dumbbells, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const bottom = marks ? 22 : 6;
  const svg = drawing(surface, top + rows.length * step + bottom);
  const left = 12 + Math.max(...rows.map(({ label }) => label.length)) * labelSize * 0.56;
  const right = 10;
  const x = (place: number): number => left + ((place + reach) / (2 * reach)) * (width - left - right);
  const end = top + rows.length * step;

  for (const place of [-1, 0, 1])
    draw(svg, 'path', {
      d: `M${x(place).toFixed(1)} ${top - 4}V${end.toFixed(1)}`,
      stroke: place === 0 ? 'var(--ink-soft)' : 'var(--rule)',
    });
  ends.forEach((name, side) =>
    draw(
      svg,
      'text',
      { x: x(2 * side - 1), y: 13, 'text-anchor': 'middle', 'font-weight': 650, fill: looks[side]! },
      name,
    ),
  );
  marks?.forEach((places, side) => {
    for (const place of places)
      draw(svg, 'circle', { cx: x(place), cy: end + 10, r: 3, fill: looks[side]!, stroke: 'var(--ink-soft)' });
  });

  rows.forEach(({ label, places: [first, second] }, row) => {
    const y = top + (row + 0.5) * step;
    const isChosen = row === chosen;
    const group = draw(svg, 'g', { 'data-row': row });
    // All of the row can be pointed at.
    draw(group, 'rect', {
      x: 0,
      y: y - step / 2,
      width,
      height: step,
      fill: isChosen ? 'var(--strip)' : 'transparent',
    });
    if (label !== rows[row - 1]?.label)
      draw(
        group,
        'text',
        {
          x: left - 8,
          y: y + labelSize * 0.36,
          'text-anchor': 'end',
          'font-size': labelSize,
          ...(label === rows[chosen ?? -1]?.label && { 'font-weight': 700, fill: 'var(--query)' }),
        },
        label,
      );
    draw(group, 'path', {
      d: `M${x(first).toFixed(1)} ${y}H${x(second).toFixed(1)}`,
      stroke: 'var(--ink)',
      'stroke-width': isChosen || rows.length === 1 ? 2.5 : 1.25,
      ...(second < first && { 'stroke-dasharray': '3 3' }),
    });
    const r = isChosen || rows.length === 1 ? 6 : 4;
    const ink = { stroke: 'var(--ink)', 'stroke-width': isChosen || rows.length === 1 ? 1.5 : 0.75 };
    draw(group, 'circle', { cx: x(first), cy: y, r, fill: looks[0], ...ink });
    draw(group, 'rect', {
      x: x(second) - r * 0.9,
      y: y - r * 0.9,
      width: 1.8 * r,
      height: 1.8 * r,
      fill: looks[1],
      ...ink,
    });
  });
  return svg;
}
