import { panesOf, widthIn, type AnyFigure, type Drawing } from './definition.ts';
import { drawn, labelOf, markOn, takesKeys } from './drawn.ts';
import type { Schema } from './state/fields.ts';

export type AnyDrawing = Drawing<Schema, unknown>;

/** The drawings of one figure in the page: the build's at first, then those that the script made in their stead. */
export class Drawings {
  readonly #drawings: readonly { readonly host: HTMLElement; readonly drawing: AnyDrawing }[];
  /** How wide those are that the script has made. */
  readonly #widths = new Map<AnyDrawing, number>();

  constructor(root: HTMLElement, figure: AnyFigure) {
    this.#drawings = panesOf(figure).map(([name, { drawing }]) => ({
      host: root.querySelector<HTMLElement>(`[data-pane="${name}"] > [data-drawing]`)!,
      drawing: drawing as AnyDrawing,
    }));
  }

  /** What each has room in: a wider window may give one more and another none. */
  get places(): HTMLElement[] {
    return this.#drawings.map(({ host }) => host.parentElement!);
  }

  /** Makes those again that need it, and marks the others. */
  show(shown: unknown, isNeeded: (drawing: AnyDrawing) => boolean): void {
    this.#show(shown, isNeeded);
  }

  /** The page has another width: those of the script's are made again that have another size there. */
  resize(shown: unknown): void {
    this.#show(shown, (drawing, width) => this.#widths.has(drawing) && this.#widths.get(drawing) !== width);
  }

  #show(shown: unknown, isNeeded: (drawing: AnyDrawing, width: number) => boolean): void {
    // All widths are read before anything is written: the page is laid out once.
    const all = this.#drawings.map(({ host, drawing }) => {
      const width = widthIn(host.parentElement!.clientWidth, drawing.width);
      return { host, drawing, width, isNeeded: isNeeded(drawing, width) };
    });
    for (const { host, drawing, width, isNeeded } of all)
      if (isNeeded) {
        this.#widths.set(drawing, width);
        put(host, drawing, shown, width);
      } else for (const svg of host.querySelectorAll('svg')) markOn(svg, drawing, shown);
  }
}

/** Draws in place of what stood there. What stands beside the drawing, such as handles, stays. */
function put(host: HTMLElement, drawing: AnyDrawing, shown: unknown, width: number): void {
  const svg = drawn(drawing, shown, { document, width });
  const label = labelOf(drawing, shown);
  if (takesKeys(drawing)) {
    svg.setAttribute('aria-hidden', 'true');
    host.setAttribute('aria-label', label);
  } else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  }
  for (const before of host.querySelectorAll(':scope > .drawing, :scope > svg')) before.remove();
  host.prepend(svg);
}
