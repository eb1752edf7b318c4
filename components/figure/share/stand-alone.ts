import { plainColour } from './colour.ts';

/** What the page's style sheets say of a shape, and a file of its own must say itself; a shape has these from the one around it. */
const inherited = [
  'fill',
  'stroke',
  'color',
  'fill-opacity',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
  'visibility',
] as const;
/** And these, which say nothing by default, for itself alone. */
const own = { opacity: '1', display: 'inline', 'stop-color': '#000000' } as const;
const painted = new Set(['fill', 'stroke', 'color', 'stop-color']);

/** Attributes that a style sheet or a script of the page reads. */
const ofThePage = new Set(['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden']);

type Said = Readonly<Record<string, string>>;

/** Copies a drawing and what style sheets say of it. */
export function standAlone(original: Element, around: Said = {}): Element {
  const copy = original.cloneNode(false) as Element;
  const style = getComputedStyle(original);
  for (const name of copy.getAttributeNames())
    if (ofThePage.has(name) || name.startsWith('data-')) copy.removeAttribute(name);
  const valueOf = (name: string): string => {
    const value = style.getPropertyValue(name);
    return painted.has(name) ? plainColour(value) : value;
  };
  const said = Object.fromEntries(inherited.map((name) => [name, valueOf(name)]));
  for (const [name, value] of Object.entries(said))
    if (value === around[name]) copy.removeAttribute(name);
    else if (value && value !== 'normal' && value !== 'auto') copy.setAttribute(name, value);
  for (const [name, usual] of Object.entries(own)) {
    const value = valueOf(name);
    if (value && value !== usual) copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Element) copy.append(standAlone(child, said));
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}
