import { told, type AnyFigure, type Block, type Drawing, type Pane, type Said } from './definition.ts';
import { labelOf, takesKeys } from './drawn.ts';
import { maker } from './maker.ts';
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
  id: string,
  state: State<Schema>,
  shown: unknown,
  drawHtml: DrawHtml,
): HTMLElement[] {
  const make = maker(document);
  const made = (tag: string, className: string | undefined, said: Said<unknown>, name: string): HTMLElement => {
    const saying = make(tag, { class: className, 'data-said': typeof said === 'function' && name });
    fill(saying, told(said, shown));
    return saying;
  };
  const drawingOf = (drawing: Drawing<Schema, unknown>): HTMLElement => {
    const { point } = drawing;
    const label = labelOf(drawing, shown);
    const isGroup = takesKeys(drawing);
    const host = make('div', {
      class: drawing.class,
      'data-drawing': true,
      // Words of a sentence are what was read, in whatever language the page is shown.
      translate: point?.kind === 'cells' && 'no',
      'data-point': point && ('attribute' in point ? `${point.kind} ${point.attribute}` : point.kind),
      ...(isGroup && { role: 'group', 'aria-label': label }),
      // Read without moving over it, it is a table.
      'aria-details': `figure-${id}-numbers`,
      // In a plane each handle has the focus in its turn.
      ...(isGroup && point?.kind !== 'plane' && { tabindex: '0' }),
    });
    host.innerHTML = drawHtml(drawing, isGroup ? undefined : label);
    if (point?.kind === 'plane') host.append(...makeHandles(document, point, state));
    return host;
  };
  const paneOf = (
    name: string,
    { class: className, title, note, drawing, legend, below }: Pane<Schema, unknown>,
  ): HTMLElement => {
    const pane = make('div', { class: className ? `pane ${className}` : 'pane', 'data-pane': name });
    if (title !== undefined) {
      const line = make('p', { class: 'pane-title' }, made('span', undefined, title, `${name}.title`));
      if (note !== undefined) line.append(' ', made('span', 'note', note, `${name}.note`));
      pane.append(line);
    }
    pane.append(drawingOf(drawing));
    // A map is many cells and no text: who reads on hears where they are told in words.
    if (drawing.point?.kind === 'cells' && drawing.point.byKeys !== false)
      pane.append(
        make('p', { class: 'visually-hidden' }, `This map is also a table: “The numbers of ${figure.title}”, below.`),
      );
    if (legend !== undefined) pane.append(made('p', 'legend', legend, `${name}.legend`));
    if (below) pane.append(blockOf(below(document, shown), name));
    return pane;
  };
  return figure.body.flatMap((block: Block<Schema, unknown>, index) => {
    if (block.kind === 'text') return made('p', block.class, block.text, String(index));
    if (block.kind === 'element') return blockOf(block.make(document, shown), String(index));
    const panes = Object.entries(block.panes);
    const tabs = panes.flatMap(([name, { tab }]) => (tab === undefined ? [] : [[name, tab] as const]));
    return [
      ...(tabs.length > 0 ? [makeTabs(document, id, tabs, block.first)] : []),
      make('div', { class: 'panes' }, ...panes.map(([name, pane]) => paneOf(name, pane))),
    ];
  });
}

/** A choice between what stands side by side on a desk and one at a time on a phone; the style sheet answers it. */
export function makeTabs(
  document: Document,
  id: string,
  tabs: readonly (readonly [value: string, text: string])[],
  first = tabs[0]![0],
): HTMLElement {
  const make = maker(document);
  const radio = (value: string): HTMLElement =>
    make('input', { type: 'radio', name: `${id}-tab`, value, checked: value === first, autocomplete: 'off' });
  return make(
    'fieldset',
    { class: 'tabs strip' },
    make('legend', { class: 'visually-hidden' }, 'To be seen'),
    ...tabs.map(([value, text]) => make('label', {}, radio(value), text)),
  );
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
