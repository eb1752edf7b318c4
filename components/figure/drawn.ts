import { frameCell } from '../plots/frame-cell.ts';
import type { Surface } from '../plots/surface.ts';
import { told, type Drawing } from './definition.ts';
import { plainText } from './phrase.ts';
import type { Schema } from './state/fields.ts';

type AnyDrawing = Drawing<Schema, unknown>;

/** A drawing with what is marked on it; the same at build and in the page. */
export function drawn(drawing: AnyDrawing, shown: unknown, surface: Surface): SVGSVGElement {
  const svg = drawing.plot(shown, surface);
  markOn(svg, drawing, shown);
  return svg;
}

/** Marks what is chosen: as the drawing says, or for cells by a frame. */
export function markOn(svg: SVGSVGElement, { mark, point }: AnyDrawing, shown: unknown): void {
  if (mark) mark(svg, shown);
  else if (point?.kind === 'cells') frameCell(svg, ...point.chosen(shown));
}

/** The fields of which a change is only marked on the drawing. */
export function markedFields({ marks, point }: AnyDrawing): readonly string[] {
  return marks ?? (point?.kind === 'cells' ? point.fields : []);
}

/** Whether keys move over it, or things about it: then the element around it speaks for it. */
export function takesKeys({ point }: AnyDrawing): boolean {
  return (point?.kind === 'cells' && point.byKeys !== false) || point?.kind === 'own' || point?.kind === 'plane';
}

/** What a drawing shows, in words; where it takes keys, how it is moved over. */
export function labelOf({ label }: AnyDrawing, shown: unknown): string {
  return plainText(told(label, shown));
}
