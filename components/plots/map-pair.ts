import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { heatColour, heatInk, showWeight } from './weight.ts';

export interface MapPair {
  /** One label a row (the queries) and a column (the keys) of both maps. */
  readonly labels: readonly string[];
  readonly maps: readonly [MapOfPair, MapOfPair];
  /** The cell framed in both. */
  readonly framed?: { readonly query: number; readonly key: number } | undefined;
}

interface MapOfPair {
  readonly title: string;
  /** Row by row, row = query. */
  readonly weights: ArrayLike<number>;
}

const left = 46;
const between = 16;
const top = 44;
const small = { 'font-size': 11 };

/** Two small attention maps of the same words side by side, in one scale of colour from 0 to 1. */
export function mapPair({ labels, maps, framed }: MapPair, surface: Surface): SVGSVGElement {
  const n = labels.length;
  const cell = (surface.width - left - between) / (2 * n);
  const svg = drawing(surface, top + n * cell + 4);
  draw(svg, 'text', { x: left - 6, y: top - 8, 'text-anchor': 'end', ...small, fill: 'var(--query)' }, 'query');
  for (const [query, label] of labels.entries())
    draw(svg, 'text', { x: left - 6, y: top + (query + 0.5) * cell + 4, 'text-anchor': 'end' }, label);

  for (const [place, { title, weights }] of maps.entries()) {
    const x = left + place * (n * cell + between);
    const group = draw(svg, 'g', { class: 'map-of-pair', 'data-map': title });
    draw(group, 'text', { x, y: 12, 'font-weight': 650 }, title);
    draw(group, 'text', { x: x + n * cell, y: 12, 'text-anchor': 'end', ...small, fill: 'var(--key)' }, 'key →');
    for (const [key, label] of labels.entries())
      draw(group, 'text', { x: x + (key + 0.5) * cell, y: top - 8, 'text-anchor': 'middle', ...small }, label);
    for (let index = 0; index < n * n; index++) {
      const weight = weights[index]!;
      const [cx, cy] = [x + (index % n) * cell, top + Math.floor(index / n) * cell];
      draw(group, 'rect', {
        x: cx + 1,
        y: cy + 1,
        width: cell - 2,
        height: cell - 2,
        rx: 1.5,
        fill: heatColour(weight, 1),
        stroke: 'var(--rule)',
        'stroke-width': 0.5,
      });
      draw(
        group,
        'text',
        {
          x: cx + cell / 2,
          y: cy + cell / 2 + 4,
          'text-anchor': 'middle',
          ...small,
          'font-variant-numeric': 'tabular-nums',
          fill: heatInk(weight, 1),
        },
        showWeight(weight).replace('0.', '.'),
      );
    }
    if (framed)
      draw(group, 'rect', {
        class: 'framed',
        x: x + framed.key * cell,
        y: top + framed.query * cell,
        width: cell,
        height: cell,
        rx: 3,
        fill: 'none',
        stroke: 'var(--ink)',
        'stroke-width': 2.5,
      });
  }
  return svg;
}
