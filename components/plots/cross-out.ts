/**
 * Hatches the cells that a mask forbids, so that they cannot be taken for pale ones.
 *
 * @param svg A map whose cells carry `data-query` and `data-key`, in the order of `allowed`.
 * @param allowed 1 or 0 a cell.
 */
export function crossOut(svg: SVGSVGElement, allowed: ArrayLike<number>): SVGSVGElement {
  const lines: string[] = [];
  [...svg.querySelectorAll('rect[data-query]')].forEach((rect, index) => {
    if (allowed[index]) return;
    rect.setAttribute('data-masked', '');
    rect.setAttribute('fill', 'var(--paper)');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))) as [
      number,
      number,
      number,
      number,
    ];
    const at = (across: number, down: number): string =>
      `${(x + across * width).toFixed(1)},${(y + down * height).toFixed(1)}`;
    lines.push(`M${at(0, 0.5)}L${at(0.5, 0)}M${at(0, 1)}L${at(1, 0)}M${at(0.5, 1)}L${at(1, 0.5)}`);
  });
  const path = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path');
  const drawn = {
    class: 'hatch',
    d: lines.join(''),
    fill: 'none',
    stroke: 'var(--ink-soft)',
    'stroke-width': '1',
    'pointer-events': 'none',
  };
  for (const [name, value] of Object.entries(drawn)) path.setAttribute(name, value);
  if (lines.length > 0) svg.append(path);
  return svg;
}
