import { parseHTML } from 'linkedom';
import type { Surface } from '../plots/surface.ts';

/**
 * Draws a plot into the page's HTML while the site is built: the same function that the
 * script calls in the browser, on a stand-in for its document.
 *
 * @param label What the drawing shows, for readers who do not see it. Without one the drawing
 *   is hidden from them, which is right only where the frame around it speaks in its place.
 */
export function drawAtBuild(width: number, draw: (surface: Surface) => SVGSVGElement, label?: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = draw({ document, width });
  if (label === undefined) svg.setAttribute('aria-hidden', 'true');
  else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  }
  return svg.outerHTML;
}

/** What the script makes in the browser, made into the page's HTML while the site is built. */
export function htmlAtBuild(make: (document: Document) => Node | Iterable<Node>): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const made = make(document);
  const whole = document.createElement('div');
  whole.append(...('nodeType' in made ? [made] : made));
  return whole.innerHTML;
}
