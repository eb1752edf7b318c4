import { draw } from './svg.ts';

/**
 * Marks cells of a map by a broken line inside each.
 *
 * @param cells Row by row, counted from 0.
 */
export function outlineCells(svg: SVGSVGElement, cells: readonly number[]): SVGSVGElement {
  const all = [...svg.querySelectorAll('[data-mark="cell"] rect')];
  for (const index of cells) {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(all[index]!.getAttribute(name)),
    ) as [number, number, number, number];
    draw(svg, 'rect', {
      ...{ class: 'moved', x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3, rx: 1.5 },
      ...{ fill: 'none', stroke: 'var(--key)', 'stroke-width': 2, 'stroke-dasharray': '4 2' },
      'pointer-events': 'none',
    });
  }
  return svg;
}
