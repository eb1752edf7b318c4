import { frameCell } from './frame-cell.ts';

/** Frames one cell, and with dashes the one on the other side of the diagonal: what the key asks of the query. */
export function frameMirror(svg: SVGSVGElement, query: number, key: number): void {
  for (const old of svg.querySelectorAll('.mirror')) old.remove();
  frameCell(svg, query, key);
  const cell = svg.querySelector(`rect[data-query="${key}"][data-key="${query}"]`);
  if (!cell || query === key) return;
  const at = (name: string): number => Number(cell.getAttribute(name));
  const frame = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const box = {
    class: 'mirror',
    x: at('x') - 2,
    y: at('y') - 2,
    width: at('width') + 4,
    height: at('height') + 4,
    rx: 3,
    fill: 'none',
    stroke: 'var(--ink)',
    'stroke-width': 1.5,
    'stroke-dasharray': '3 2',
    'pointer-events': 'none',
  };
  for (const [name, value] of Object.entries(box)) frame.setAttribute(name, String(value));
  svg.append(frame);
}
