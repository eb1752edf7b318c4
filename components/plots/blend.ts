import { ground, shareOf } from './plane.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { showWeight } from './weight.ts';

type Point = readonly [x: number, y: number];

/** Values as points of a plane, and the point that their weights blend them into. */
export interface Blend {
  readonly values: readonly {
    readonly label: string;
    readonly at: Point;
    readonly weight: number;
    readonly chosen?: boolean;
  }[];
  readonly output: Point;
  /** The corners of the values' convex hull, in order. */
  readonly hull: readonly Point[];
  /** The plane runs from −extent to extent both ways, over the whole drawing. */
  readonly extent: number;
}

/**
 * A square plane: the hull shaded, a thread from each value to the output, as thick as its
 * weight, and beside each value its name and weight.
 */
export function blend({ values, output, hull, extent }: Blend, surface: Surface): SVGSVGElement {
  const side = surface.width;
  const svg = drawing(surface, side);
  const place = ([x, y]: Point): Point => [shareOf(x, extent) * side, side - shareOf(y, extent) * side];
  const [ox, oy] = place(output);

  ground(svg, side);
  draw(svg, 'polygon', {
    class: 'hull',
    points: hull
      .map((corner) =>
        place(corner)
          .map((value) => value.toFixed(1))
          .join(','),
      )
      .join(' '),
    fill: 'color-mix(in oklab, var(--value) 14%, transparent)',
    stroke: 'var(--value)',
    'stroke-width': 1.5,
    'stroke-dasharray': '1 4',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  for (const { at, weight } of values) {
    const [x, y] = place(at);
    draw(svg, 'line', {
      x1: ox,
      y1: oy,
      x2: x,
      y2: y,
      stroke: 'var(--weight)',
      'stroke-width': 0.6 + 11 * weight,
      'stroke-opacity': 0.45,
      'stroke-linecap': 'round',
    });
  }
  for (const { label, at, weight, chosen } of values) {
    const [x, y] = place(at);
    const group = draw(svg, 'g', { class: 'value' });
    draw(group, 'circle', {
      cx: x,
      cy: y,
      r: 14,
      fill: 'color-mix(in oklab, var(--value) 12%, var(--sheet))',
      stroke: 'var(--value)',
      'stroke-width': chosen ? 2.5 : 1.25,
      'stroke-dasharray': '2 3',
    });
    draw(group, 'circle', { cx: x, cy: y, r: 4, fill: 'var(--value)' });
    write(group, `${label} ${showWeight(weight)}`, x, y > side / 2 ? y + 29 : y - 20, side, 'var(--value)');
  }
  draw(svg, 'path', {
    class: 'output',
    d: `M${ox.toFixed(1)} ${(oy - 9).toFixed(1)}l9 9l-9 9l-9 -9z`,
    fill: 'var(--ink)',
    stroke: 'var(--sheet)',
    'stroke-width': 2,
  });
  write(svg, 'output', ox, oy + (oy < side - 40 ? 24 : -15), side, 'var(--ink)');
  return svg;
}

const letter = 6.6;

function write(into: Element, text: string, x: number, y: number, side: number, fill: string): void {
  const half = (text.length * letter) / 2;
  draw(
    into,
    'text',
    {
      x: Math.max(half + 3, Math.min(side - half - 3, x)),
      y: Math.max(13, Math.min(side - 5, y)),
      'text-anchor': 'middle',
      fill,
      'font-weight': 600,
      stroke: 'var(--sheet)',
      'stroke-width': 3.5,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text,
  );
}
