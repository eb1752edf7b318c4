import type { Surface } from './surface.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** An empty drawing in the type and ink of the page, for diagrams that are no charts. */
export function drawing({ document, width }: Surface, height: number): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg') as SVGSVGElement;
  const attributes = {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'var(--sans)',
    'font-size': 12,
    fill: 'var(--ink)',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  return svg;
}

/** Draws one shape into another, or into the drawing itself; a text is set as text. */
export function draw(
  into: Element,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): Element {
  const shape = into.ownerDocument.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes))
    shape.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  if (text !== undefined) shape.textContent = text;
  into.append(shape);
  return shape;
}

/** A tenth of a pixel is less than a reader sees, and keeps the page small. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
