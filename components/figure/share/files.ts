import { bibtexOf } from './cite.ts';
import { csvOf } from './csv.ts';
import { drawingOf } from './drawing.ts';
import { jsonOf } from './json.ts';
import { pngOf } from './png.ts';
import type { Taken } from './taken.ts';

export type FileKind = 'svg' | 'png' | 'csv' | 'json';

export { bibtexOf };

const text = (content: string, type: string): Blob => new Blob([content], { type: `${type};charset=utf-8` });

/** What is taken along, as a file of a kind. */
export async function fileOf(
  kind: FileKind,
  figure: HTMLElement,
  taken: Taken,
  at: { readonly link: string; readonly site: string },
): Promise<Blob> {
  // Spreadsheets take text for another encoding unless it begins with this mark.
  if (kind === 'csv') return text(`\uFEFF${csvOf(taken.tables)}`, 'text/csv');
  if (kind === 'json') return text(jsonOf(taken, at), 'application/json');
  const drawing = drawingOf(figure, taken, at.link);
  return kind === 'png' ? pngOf(drawing) : text(new XMLSerializer().serializeToString(drawing), 'image/svg+xml');
}
