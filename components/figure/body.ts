import { told, type AnyFigure, type Block, type Drawing, type Pane, type Said } from './definition.ts';
import { labelOf, takesKeys } from './drawn.ts';
import { fill } from './phrase.ts';
import { makeHandles } from './plane.ts';
import type { Schema, State } from './state/fields.ts';

/** Draws into the page's HTML, `(drawing, label)` → HTML; the build has its own way to make drawings. */
type DrawHtml = (drawing: Drawing<Schema, unknown>, label: string | undefined) => string;

/**
 * What stands in a figure between controls and read-out, as HTML of the page. What can change with
 * what is shown carries its name in `data-said`, for {@link showBody}.
 */
export function makeBody(
  document: Document,
  figure: AnyFigure,
  state: State<Schema>,
  shown: unknown,
  drawHtml: DrawHtml,
): HTMLElement[] {
  const made = (tag: string, className: string, said: Said<unknown>, name: string): HTMLElement => {
    const element = document.createElement(tag);
    if (className) element.setAttribute('class', className);
    if (typeof said === 'function') element.setAttribute('data-said', name);
    fill(element, told(said, shown));
    return element;
  };
  const paneOf = (
    name: string,
    { class: className, title, note, drawing, legend, below }: Pane<Schema, unknown>,
  ): HTMLElement => {
    const pane = document.createElement('div');
    pane.setAttribute('class', ['pane', className].filter(Boolean).join(' '));
    pane.setAttribute('data-pane', name);
    if (title !== undefined) {
      const line = document.createElement('p');
      line.setAttribute('class', 'pane-title');
      line.append(made('span', '', title, `${name}.title`));
      if (note !== undefined) line.append(' ', made('span', 'note', note, `${name}.note`));
      pane.append(line);
    }
    const host = document.createElement('div');
    host.setAttribute('class', drawing.class);
    host.setAttribute('data-drawing', '');
    const label = labelOf(drawing, shown);
    const { point } = drawing;
    if (point) host.setAttribute('data-point', 'attribute' in point ? `${point.kind} ${point.attribute}` : point.kind);
    if (takesKeys(drawing)) {
      host.setAttribute('role', 'group');
      // In a plane each handle has the focus in its turn.
      if (point?.kind !== 'plane') host.setAttribute('tabindex', '0');
      host.setAttribute('aria-label', label);
      host.innerHTML = drawHtml(drawing, undefined);
      if (point?.kind === 'plane') host.append(...makeHandles(document, point, state));
    } else host.innerHTML = drawHtml(drawing, label);
    pane.append(host);
    if (legend !== undefined) pane.append(made('p', 'legend', legend, `${name}.legend`));
    if (below) pane.append(blockOf(below(document, shown), name));
    return pane;
  };
  return figure.body.map((block: Block<Schema, unknown>, index) => {
    if (block.kind === 'text') return made('p', block.class, block.text, String(index));
    if (block.kind === 'element') {
      return blockOf(block.make(document, shown), String(index));
    }
    const panes = document.createElement('div');
    panes.setAttribute('class', 'panes');
    panes.append(...Object.entries(block.panes).map(([name, pane]) => paneOf(name, pane)));
    return panes;
  });
}

/** Brings what is said around the drawings to what is shown; what has not changed is not touched. */
export function showBody(host: HTMLElement, figure: AnyFigure, shown: unknown): void {
  const say = (name: string, said: Said<unknown> | undefined): void => {
    if (typeof said !== 'function') return;
    refill(host.querySelector(`[data-said="${name}"]`)!, said(shown));
  };
  const make = (name: string, made: (document: Document, shown: unknown) => HTMLElement): void => {
    const [before, after] = [host.querySelector(`[data-block="${name}"]`)!, blockOf(made(document, shown), name)];
    if (before.isEqualNode(after)) return;
    // What has the focus there keeps it.
    const focused = before.contains(host.ownerDocument.activeElement) && host.ownerDocument.activeElement;
    before.replaceWith(after);
    if (focused) after.querySelector<HTMLElement>(`[name="${focused.getAttribute('name')}"]`)?.focus();
  };
  figure.body.forEach((block: Block<Schema, unknown>, index) => {
    if (block.kind === 'text') return say(String(index), block.text);
    if (block.kind === 'element') return make(String(index), block.make);
    for (const [name, pane] of Object.entries(block.panes)) {
      for (const part of ['title', 'note', 'legend'] as const) say(`${name}.${part}`, pane[part]);
      if (pane.below) make(name, pane.below);
    }
  });
}

/** An element that is made again whenever something else is shown, under its name. */
function blockOf(element: HTMLElement, name: string): HTMLElement {
  element.setAttribute('data-block', name);
  return element;
}

/** Says a sentence where another stood; the same one is left standing, so that it is not read aloud again. */
export function refill(element: Element, parts: Parameters<typeof fill>[1]): void {
  const next = element.cloneNode() as Element;
  fill(next, parts);
  if (!next.isEqualNode(element)) element.replaceChildren(...next.childNodes);
}
