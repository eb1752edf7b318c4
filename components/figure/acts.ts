import { listenToPlane, type PlaneAct } from './plane.ts';

/** What a reader did to a figure. */
export type Act =
  | { readonly kind: 'set'; readonly control: HTMLInputElement | HTMLSelectElement }
  | { readonly kind: 'press'; readonly button: HTMLButtonElement }
  /** Pointed at a cell, counted from 0. */
  | { readonly kind: 'cell'; readonly pane: string; readonly row: number; readonly column: number }
  /** Pressed the label of a row or of a column. */
  | { readonly kind: 'line'; readonly pane: string; readonly axis: 0 | 1; readonly index: number }
  /** Moved over the cells by key. */
  | { readonly kind: 'step'; readonly pane: string; readonly by: readonly [rows: number, columns: number] }
  | PlaneAct
  /** Pressed or dragged to a mark with a number. */
  | { readonly kind: 'mark'; readonly pane: string; readonly index: number };

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * Tells what a reader does to a figure, from the moment it is in the page. An act is told as it
 * was meant, and can be answered later, when the code of the figure has come.
 */
export function listenForActs(host: HTMLElement, tell: (act: Act) => void): void {
  host.addEventListener('input', ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.dataset['field'])
      tell({ kind: 'set', control: target });
  });
  host.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-press]') : null;
    if (button) tell({ kind: 'press', button });
  });
  for (const drawing of host.querySelectorAll<HTMLElement>('[data-point]')) {
    const pane = drawing.closest<HTMLElement>('[data-pane]')!.dataset['pane']!;
    const [kind, attribute] = drawing.dataset['point']!.split(' ');
    if (kind === 'cells') listenForCells(drawing, pane, tell);
    else if (kind === 'plane') listenToPlane(drawing, pane, tell);
    else if (attribute) listenForMarks(drawing, pane, `data-${attribute}`, kind === 'drag', tell);
  }
}

/**
 * Cells carry their row and column in `data-query` and `data-key`. A press holds its cell: then the
 * pointer chooses others by a press only, until the held one is pressed again, or Escape.
 */
export function listenForCells(map: HTMLElement, pane: string, tell: (act: Act) => void): void {
  let pointed = '';
  let held: string | undefined;
  const hold = (name: string | undefined): void => {
    held = name;
    map.toggleAttribute('data-held', name !== undefined);
  };
  const point = (event: PointerEvent): void => {
    const act = lineAt(event, pane) ?? cellAt(event, pane);
    if (!act) return;
    const name = JSON.stringify(act);
    if (event.type === 'pointerdown') {
      if (name === held) return hold(undefined);
      hold(name);
    } else if (act.kind === 'line' || name === pointed) return;
    // Pressed and moved, it takes along what it holds.
    else if (held !== undefined && event.buttons === 1) hold(name);
    else if (held !== undefined) return;
    pointed = name;
    tell(act);
  };
  map.addEventListener('pointermove', point);
  map.addEventListener('pointerdown', point);
  map.addEventListener('pointerleave', () => (pointed = ''));
  map.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hold(undefined);
    const by = steps[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    tell({ kind: 'step', pane, by });
  });
}

function lineAt({ target }: PointerEvent, pane: string): Act | undefined {
  const label = target instanceof Element ? target.closest<SVGElement>('[data-row], [data-column]') : null;
  if (!label) return undefined;
  const { row, column } = label.dataset;
  return { kind: 'line', pane, axis: row === undefined ? 1 : 0, index: Number(row ?? column) };
}

function cellAt({ target, clientX }: PointerEvent, pane: string): Act | undefined {
  if (!(target instanceof Element)) return undefined;
  const box = target.getBoundingClientRect();
  const across = (clientX - box.left) / box.width;
  const cell = target.closest<SVGElement>('[data-query]');
  if (!cell) return undefined;
  const row = Number(cell.dataset['query']);
  const columns = Number(cell.dataset['across']);
  // One shape may stand for a whole row of cells.
  const column =
    columns > 0 ? Math.max(0, Math.min(columns - 1, Math.floor(across * columns))) : Number(cell.dataset['key']);
  return { kind: 'cell', pane, row, column };
}

function listenForMarks(
  drawing: HTMLElement,
  pane: string,
  attribute: string,
  isDragged: boolean,
  tell: (act: Act) => void,
): void {
  const point = (event: PointerEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest(`[${attribute}]`) : null;
    if (mark && event.buttons === 1) tell({ kind: 'mark', pane, index: Number(mark.getAttribute(attribute)) });
  };
  if (!isDragged) {
    drawing.addEventListener('click', ({ target }) => {
      const mark = target instanceof Element ? target.closest(`[${attribute}]`) : null;
      if (mark) tell({ kind: 'mark', pane, index: Number(mark.getAttribute(attribute)) });
    });
    return;
  }
  drawing.addEventListener('pointerdown', (event) => {
    // A touch stays with the mark it began on unless it is let go.
    if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
    point(event);
  });
  drawing.addEventListener('pointermove', point);
}
