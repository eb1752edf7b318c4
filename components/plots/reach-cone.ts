import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** What one output can come from, layer by layer. */
export interface ReachCone {
  /** `rows[0]` is the output's layer, the last the input: which positions it can come from. */
  readonly rows: readonly (readonly boolean[])[];
  readonly labels: readonly string[];
  /** Position of the output, and of the input it looks for. */
  readonly output: number;
  readonly input: number;
  /** How far one layer sees to either side. */
  readonly side: number;
}

const [top, gap] = [8, 44];

/**
 * Positions as cells, the input at the bottom, a row for each layer above it. Filled cells
 * are those that the output at the top can come from; threads show which cell hands to which.
 * Cells of the input row carry `data-position`.
 */
export function reachCone({ rows, labels, output, input, side }: ReachCone, surface: Surface): SVGSVGElement {
  const n = rows[0]!.length;
  const left = 58;
  const pitch = (surface.width - left - 2) / n;
  const cell = Math.min(pitch - 2, 22);
  const height = top + (rows.length - 1) * gap + cell + 26;
  const svg = drawing(surface, height);
  const x = (position: number): number => left + (position + 0.5) * pitch;
  const y = (row: number): number => top + row * gap + cell / 2;

  for (let row = 0; row + 1 < rows.length; row++)
    for (let to = 0; to < n; to++) {
      if (!rows[row]![to]) continue;
      for (let from = Math.max(0, to - side); from <= Math.min(n - 1, to + side); from++)
        draw(svg, 'line', {
          x1: x(to),
          y1: y(row) + cell / 2,
          x2: x(from),
          y2: y(row + 1) - cell / 2,
          stroke: 'var(--weight)',
          'stroke-width': 0.75,
          'stroke-opacity': 0.35,
        });
    }
  rows.forEach((reached, row) => {
    const name = row === rows.length - 1 ? 'input' : `layer ${rows.length - 1 - row}`;
    draw(
      svg,
      'text',
      { x: left - 8, y: y(row) + 4, 'text-anchor': 'end', 'font-size': 11, fill: 'var(--ink-soft)' },
      name,
    );
    reached.forEach((may, position) => {
      const isOutput = row === 0 && position === output;
      const isInput = row === rows.length - 1 && position === input;
      draw(svg, 'rect', {
        x: x(position) - cell / 2,
        y: y(row) - cell / 2,
        width: cell,
        height: cell,
        rx: 3,
        fill: may ? 'var(--weight)' : 'var(--sheet)',
        stroke: isOutput ? 'var(--query)' : isInput ? 'var(--key)' : may ? 'var(--weight)' : 'var(--rule)',
        'stroke-width': isOutput || isInput ? 3 : 1,
        ...(isInput && { 'stroke-dasharray': '4 2' }),
        ...(row === rows.length - 1 && { 'data-position': position }),
      });
    });
  });
  const word = (position: number, fill: string): void => {
    const half = labels[position]!.length * 3.3;
    draw(
      svg,
      'text',
      {
        x: Math.min(surface.width - half - 2, x(position)),
        y: height - 6,
        'text-anchor': 'middle',
        'font-weight': 600,
        fill,
      },
      labels[position]!,
    );
  };
  if (Math.abs(x(output) - x(input)) > 60 || output === input) word(output, 'var(--query)');
  if (output !== input) word(input, 'var(--key)');
  return svg;
}
