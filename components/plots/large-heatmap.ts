import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { fitText } from './text-width.ts';
import { heatColour } from './weight.ts';

export interface LargeHeatmap {
  /** One label a row (the queries) and a column (the keys). */
  readonly labels: readonly string[];
  /** Attention weights `(n, n)`, row by row. */
  readonly weights: ArrayLike<number>;
  readonly max: number;
}

/** Cells of one colour are one shape: more colours than these an eye does not tell apart. */
const colours = 64;
const labelSize = 11;
/** Pixels from one label to the next. */
const lineOfLabel = 13;
const slant = -65;

/**
 * An attention map of more words than have room for their names and numbers. Each row carries
 * `data-query` and, over how many keys it goes, `data-across`.
 */
export function largeHeatmap({ labels, weights, max }: LargeHeatmap, { document, width }: Surface): SVGSVGElement {
  const n = labels.length;
  const left = Math.round(Math.min(92, width * 0.24));
  const top = 76;
  const side = Math.min(18, (width - left - 34) / n);
  const svg = drawing({ document, width }, Math.ceil(top + side * n + 6));
  const shapes = Array.from({ length: colours + 1 }, () => '');
  for (let query = 0; query < n; query++)
    for (let key = 0; key < n; key++) {
      const share = max > 0 ? weights[query * n + key]! / max : 0;
      shapes[Math.round(share * colours)] += `M${key},${query}h1v1h-1z`;
    }
  const cells = draw(svg, 'g', {
    transform: `translate(${left},${top}) scale(${side.toFixed(3)})`,
    'shape-rendering': 'crispEdges',
  });
  for (const [colour, d] of shapes.entries())
    if (d !== '') draw(cells, 'path', { d, fill: heatColour(colour / colours, 1) });
  for (let query = 0; query < n; query++)
    draw(svg, 'rect', {
      x: left,
      y: String(top + query * side),
      width: String(side * n),
      height: String(side),
      fill: 'transparent',
      'data-query': query,
      'data-across': n,
    });
  return svg;
}

/** Frames a cell and its row, and names as many rows and columns around them as there is room for. */
export function markLargeHeatmap(svg: SVGSVGElement, labels: readonly string[], query: number, key: number): void {
  svg.querySelector('.marks')?.remove();
  const first = svg.querySelector('[data-query]')!;
  const [left, top, side] = ['x', 'y', 'height'].map((name) => Number(first.getAttribute(name))) as [
    number,
    number,
    number,
  ];
  const marks = draw(svg, 'g', { class: 'marks', 'font-size': labelSize });
  const frame = (kind: string, x: number, width: number): Element =>
    draw(marks, 'rect', { class: kind, x: x - 1, y: top + query * side - 1, width: width + 2, height: side + 2 });
  frame('row', left, side * labels.length);
  frame('chosen', left + key * side, side);
  const step = Math.ceil(lineOfLabel / side);
  const named = (chosen: number): number[] => [...labels.keys()].filter((index) => (index - chosen) % step === 0);
  for (const index of named(query))
    draw(
      marks,
      'text',
      {
        x: left - 6,
        y: top + (index + 0.5) * side + 4,
        'text-anchor': 'end',
        'data-row': index,
        ...(index === query && { 'font-weight': 700, fill: 'var(--query)' }),
      },
      fitText(labels[index]!, (left - 8) / labelSize),
    );
  for (const index of named(key))
    draw(
      marks,
      'text',
      {
        transform: `translate(${(left + (index + 0.5) * side + 3).toFixed(1)},${top - 5}) rotate(${slant})`,
        'data-column': index,
        ...(index === key && { 'font-weight': 700, fill: 'var(--key)' }),
      },
      fitText(labels[index]!, (top - 8) / labelSize),
    );
}
