/** Frames one cell and its row, in place of those framed before. */
export function frameCell(svg: SVGSVGElement, query: number, key: number): void {
  for (const old of svg.querySelectorAll('.row, .chosen')) old.remove();
  const rects = [...svg.querySelectorAll(`rect[data-query="${query}"]`)];
  const chosen = rects.find((rect) => rect.getAttribute('data-key') === String(key));
  const first = rects[0];
  const last = rects.at(-1);
  if (!chosen || !first || !last) return;
  const at = (rect: Element, name: string): number => Number(rect.getAttribute(name));
  const draw = (kind: string, x: number, width: number): void => {
    const frame = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const box = {
      class: kind,
      x: x - 2,
      y: at(first, 'y') - 2,
      width: width + 4,
      height: at(first, 'height') + 4,
      rx: 3,
    };
    for (const [name, value] of Object.entries(box)) frame.setAttribute(name, String(value));
    svg.append(frame);
  };
  draw('row', at(first, 'x'), at(last, 'x') + at(last, 'width') - at(first, 'x'));
  draw('chosen', at(chosen, 'x'), at(chosen, 'width'));
}
