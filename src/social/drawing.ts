import { plainColour } from './colours.ts';
import { pathOf, widthOf } from './letters.ts';

/** What painting follows. */
const painted = ['fill', 'stroke', 'stop-color'];
const inherited = (element: Element, name: string): string | undefined =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? undefined;

/** Pixels of `10`, `0.32em`, or of nothing. */
function length(written: string | null, size: number): number {
  const value = parseFloat(written ?? '0');
  return written?.endsWith('em') ? value * size : value;
}

/** A text of a drawing, its letters drawn. A part of it may have a colour of its own, and stand apart from the one before. */
function drawLetters(text: Element): void {
  const make = (name: string): Element => text.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  const size = parseFloat(inherited(text, 'font-size') ?? '10');
  const anchor = inherited(text, 'text-anchor');
  const parts = [...text.childNodes].map((node) => {
    const part = node.nodeType === node.ELEMENT_NODE ? (node as Element) : undefined;
    const said = node.textContent!.replace(/\s+/g, ' ');
    return {
      said,
      apart: length(part?.getAttribute('dx') ?? null, size),
      fill: part?.getAttribute('fill'),
      width: widthOf(said, 'sans', size),
    };
  });
  const whole = parts.reduce((sum, { apart, width }) => sum + apart + width, 0);
  const [x, y] = ['x', 'y'].map(
    (axis) => length(text.getAttribute(axis), size) + length(text.getAttribute(`d${axis}`), size),
  ) as [number, number];
  let at = x - (anchor === 'middle' ? whole / 2 : anchor === 'end' ? whole : 0);
  const drawn = make('g');
  for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'paint-order', 'transform', 'opacity'])
    if (text.hasAttribute(name)) drawn.setAttribute(name, text.getAttribute(name)!);
  for (const { said, apart, fill, width } of parts) {
    const path = make('path');
    path.setAttribute('d', pathOf(said, 'sans', size, (at += apart), y));
    if (fill) path.setAttribute('fill', fill);
    drawn.append(path);
    at += width;
  }
  text.replaceWith(drawn);
}

/** The frames of what is pointed at, which the page's style sheet paints. */
const frames = [
  ['rect.row', 'var(--query)', '1.5'],
  ['rect.chosen', 'var(--ink)', '2.5'],
  ['rect.feature', 'var(--ink)', '1'],
] as const;

/** A drawing of the site's pages as a group that any program paints alike, and its size. */
export function standAlone(svg: Element): { readonly group: string; readonly width: number; readonly height: number } {
  const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number);
  for (const [selector, stroke, width] of frames)
    for (const frame of svg.querySelectorAll(selector))
      for (const [name, value] of [
        ['fill', 'none'],
        ['stroke', stroke],
        ['stroke-width', width],
      ] as const)
        frame.setAttribute(name, value);
  for (const text of svg.querySelectorAll('text')) drawLetters(text);
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const name of painted)
      if (element.hasAttribute(name)) element.setAttribute(name, plainColour(element.getAttribute(name)!));
  const kept = ['fill', 'stroke', 'stroke-width'].flatMap((name) =>
    svg.hasAttribute(name) ? [`${name}="${svg.getAttribute(name)}"`] : [],
  );
  return { group: `<g ${kept.join(' ')}>${svg.innerHTML}</g>`, width: width!, height: height! };
}
