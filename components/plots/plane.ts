import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** An arrow from the middle of the plane. */
export interface PlaneArrow {
  readonly kind: 'query' | 'key';
  readonly label: string;
  readonly at: readonly [x: number, y: number];
  /** A ring about its tip says that it can be moved. */
  readonly movable?: boolean;
  /** Drawn stronger: the one in hand. */
  readonly chosen?: boolean;
}

export interface Plane {
  readonly arrows: readonly PlaneArrow[];
  /** The plane runs from −extent to extent both ways, over the whole drawing. */
  readonly extent: number;
  /** What lies at the four ends of the axes. */
  readonly ends?: { readonly left: string; readonly right: string; readonly top: string; readonly bottom: string };
  /** Where labels stand: above or below the tip, or, where queries and keys lie along each other, beyond a query and beside a key. */
  readonly labels: 'upright' | 'around';
}

/** The sheet that a square plane is drawn on. */
export function ground(svg: SVGSVGElement, side: number): void {
  draw(svg, 'rect', {
    class: 'ground',
    x: 0.5,
    y: 0.5,
    width: side - 1,
    height: side - 1,
    rx: 3,
    fill: 'var(--sheet)',
    stroke: 'var(--rule)',
  });
}

/** Where a coordinate lies in the drawing, as a share of its width; for y, read from below. */
export function shareOf(coordinate: number, extent: number): number {
  return 0.5 + coordinate / (2 * extent);
}

const tip = 10;
const letter = 6.6;
const quiet = { fill: 'var(--ink-soft)', 'font-size': 11.5 };

/**
 * Queries and keys as arrows in a square plane: queries solid and full, keys dashed and hollow.
 * Arrows are drawn in order, the chosen one last.
 */
export function plane({ arrows, extent, ends, labels }: Plane, surface: Surface): SVGSVGElement {
  const side = surface.width;
  const svg = drawing(surface, side);
  const x = (value: number): number => shareOf(value, extent) * side;
  const y = (value: number): number => side - shareOf(value, extent) * side;

  ground(svg, side);
  for (let line = -Math.floor(extent); line <= extent; line++) {
    const stroke = line === 0 ? 'color-mix(in oklab, var(--ink-soft) 60%, var(--rule))' : 'var(--rule)';
    draw(svg, 'path', {
      d: `M${x(line)} 1V${side - 1}M1 ${y(line)}H${side - 1}`,
      stroke,
      'stroke-width': line === 0 ? 1 : 0.6,
    });
  }
  if (ends) {
    draw(svg, 'text', { x: 6, y: y(0) - 6, ...quiet }, ends.left);
    draw(svg, 'text', { x: side - 6, y: y(0) - 6, 'text-anchor': 'end', ...quiet }, ends.right);
    draw(svg, 'text', { x: x(0) + 6, y: 15, ...quiet }, ends.top);
    draw(svg, 'text', { x: x(0) + 6, y: side - 7, ...quiet }, ends.bottom);
  }

  for (const arrow of arrows.toSorted((a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false))) {
    const group = draw(svg, 'g', { class: 'arrow', 'data-kind': arrow.kind });
    drawArrow(group, arrow, [x(0), y(0)], [x(arrow.at[0]), y(arrow.at[1])]);
    label(group, arrow, [x(arrow.at[0]), y(arrow.at[1])], labels, side);
  }
  return svg;
}

type Point = readonly [x: number, y: number];

/** The direction of an arrow on the screen, where y runs down; of one without length, to the right. */
function directionOf([x, y]: Point): Point {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, -y / length];
}

function drawArrow(group: Element, { kind, at, movable, chosen }: PlaneArrow, from: Point, to: Point): void {
  const colour = `var(--${kind})`;
  const [dx, dy] = directionOf(at);
  if (movable)
    draw(group, 'circle', {
      class: 'ring',
      cx: to[0],
      cy: to[1],
      r: chosen ? 15 : 13,
      fill: `color-mix(in oklab, ${colour} ${chosen ? 28 : 12}%, transparent)`,
      stroke: colour,
      'stroke-width': chosen ? 2 : 1,
      ...(kind === 'key' && { 'stroke-dasharray': '4 3' }),
    });
  const neck: Point = [to[0] - dx * tip, to[1] - dy * tip];
  const reach = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (reach > tip)
    draw(group, 'line', {
      x1: from[0],
      y1: from[1],
      x2: neck[0],
      y2: neck[1],
      stroke: colour,
      'stroke-width': kind === 'query' ? 2.5 : 1.75,
      ...(kind === 'key' && { 'stroke-dasharray': '6 4' }),
    });
  const wing = tip * 0.5;
  draw(group, 'polygon', {
    points: [to, [neck[0] - dy * wing, neck[1] + dx * wing], [neck[0] + dy * wing, neck[1] - dx * wing]]
      .map((point) => point.map((value) => (value as number).toFixed(1)).join(','))
      .join(' '),
    fill: kind === 'query' ? colour : 'var(--sheet)',
    stroke: colour,
    'stroke-width': 1.75,
    'stroke-linejoin': 'round',
  });
}

function label(
  group: Element,
  { kind, label: text, at, movable, chosen }: PlaneArrow,
  to: Point,
  place: Plane['labels'],
  side: number,
): void {
  const [dx, dy] = directionOf(at);
  const away = movable ? 22 : 12;
  const [ox, oy] = place === 'upright' ? [0, dy > 0.05 ? 1 : -1] : kind === 'query' ? [dx, dy] : [-dy, dx];
  const half = (text.length * letter) / 2;
  const middle = to[0] + ox * (away + half - 4);
  draw(
    group,
    'text',
    {
      x: Math.max(half + 3, Math.min(side - half - 3, middle)),
      y: Math.max(13, Math.min(side - 5, to[1] + oy * away + 4)),
      'text-anchor': 'middle',
      fill: `var(--${kind})`,
      'font-weight': chosen || kind === 'query' ? 650 : 450,
      stroke: 'var(--sheet)',
      'stroke-width': 3.5,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text,
  );
}
