import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

/** A row of numbers too many to be cells: each feature is a bar, up for more than 0, down for less. */
export interface Strip {
  readonly label: string;
  /** One number a feature. */
  readonly values: ArrayLike<number>;
  /** How much of it goes into a sum: the bars are drawn again, this much as long. */
  readonly share?: number | undefined;
  /** The share as it is printed. */
  readonly note?: string | undefined;
}

export interface Strips {
  readonly strips: readonly Strip[];
  /** The number whose bar is as high as its half of the row. */
  readonly max: number;
  readonly ink: string;
  /** What rows and columns are, for the corners. */
  readonly rows: string;
  readonly rowInk: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const labelSize = 13;
/** The widest that a label is set, in em. */
const widest = 7.5;
const top = 24;
const bottom = 24;
const right = 8;
const gap = 4;

/** How wide the longest label is, cut where it is too long. */
export const widthOfLabels = (labels: readonly string[]): number =>
  Math.max(...labels.map((label) => Math.min(widest, textWidth(label)))) * labelSize;

/** The label of a row, right of it a strip begins. */
export function labelStrip(svg: SVGSVGElement, label: string, { x, y, height }: Omit<Box, 'width'>, ink: string): void {
  draw(
    svg,
    'text',
    { x: x - 6, y: y + height / 2 + labelSize * 0.35, 'text-anchor': 'end', 'font-size': labelSize, fill: ink },
    fitText(label, widest),
  );
}

/** One vector in its box: whole, and where a share of it is taken, that part of it in full ink. */
export function drawStrip(
  svg: SVGSVGElement,
  { values, share }: Pick<Strip, 'values' | 'share'>,
  { x, y, width, height }: Box,
  { max, ink, row }: { readonly max: number; readonly ink: string; readonly row?: number },
): void {
  const middle = y + height / 2;
  const step = width / values.length;
  const bars = (part: number): string =>
    Array.from(values, (value, feature) => {
      const length = ((value * part) / max) * (height / 2);
      return Math.abs(length) < 0.05
        ? ''
        : `M${(x + (feature + 0.5) * step).toFixed(1)} ${middle}v${(-length).toFixed(1)}`;
    }).join('');
  const line = {
    fill: 'none',
    stroke: ink,
    'stroke-width': Math.max(0.7, step * 0.72).toFixed(2),
    'pointer-events': 'none',
  };
  const place: Record<string, number> = row === undefined ? {} : { 'data-query': row, 'data-across': values.length };
  draw(svg, 'rect', { ...place, x, y, width, height, fill: 'var(--strip)' });
  draw(svg, 'path', { d: `M${x} ${middle}h${width}`, stroke: 'var(--rule)', 'pointer-events': 'none' });
  draw(svg, 'path', { d: bars(1), ...line, class: 'whole', 'stroke-opacity': share === undefined ? '1' : '0.28' });
  if (share !== undefined) draw(svg, 'path', { d: bars(share), ...line, class: 'share' });
}

/**
 * Vectors as strips, one a row, all on one scale. Each carries `data-query` (its row) and
 * `data-across` (how many features it has), so that pointing finds the feature.
 */
export function strips({ strips, max, ink, rows, rowInk }: Strips, surface: Surface): SVGSVGElement {
  const { width } = surface;
  // Its share stands left of a row's label, and none of it beyond the edge.
  const noteWidth = widthOfLabels(strips.map(({ note = '' }) => note));
  const left = Math.round(Math.max(54, 14 + noteWidth + widthOfLabels(strips.map(({ label }) => label))));
  const features = strips[0]!.values.length;
  const height = Math.max(20, Math.min(40, 320 / strips.length));
  const total = top + strips.length * (height + gap) + bottom;
  const svg = drawing(surface, total);
  strips.forEach(({ label, note, ...strip }, row) => {
    const box = { x: left, y: top + row * (height + gap), width: width - left - right, height };
    drawStrip(svg, strip, box, { max, ink, row });
    labelStrip(svg, label, box, 'currentColor');
    if (note !== undefined) {
      labelStrip(svg, note, { ...box, x: noteWidth + 6 }, 'var(--weight)');
      svg.lastElementChild!.setAttribute('font-variant', 'tabular-nums');
    }
  });
  const small = { 'font-size': 11, fill: 'var(--ink-soft)' };
  draw(svg, 'text', { x: left - 6, y: top - 9, 'text-anchor': 'end', ...small, fill: rowInk }, `${rows} ↓`);
  draw(svg, 'text', { x: left + 2, y: total - 8, ...small }, `feature → ${features} of them`);
  return svg;
}

/** Marks one strip and one feature through all of them, in place of those marked before. */
export function frameStrip(svg: SVGSVGElement, row: number, feature: number): void {
  for (const old of svg.querySelectorAll('.row, .feature')) old.remove();
  const rects = [...svg.querySelectorAll('rect[data-query]')];
  const chosen = rects[row];
  if (!chosen) return;
  const at = (rect: Element, name: string): number => Number(rect.getAttribute(name));
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => at(chosen, name)) as [
    number,
    number,
    number,
    number,
  ];
  draw(svg, 'rect', { class: 'row', x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 2 });
  const step = width / at(chosen, 'data-across');
  const last = rects.at(-1)!;
  const from = at(rects[0]!, 'y') - 3;
  draw(svg, 'rect', {
    class: 'feature',
    x: x + feature * step - 1,
    y: from,
    width: step + 2,
    height: at(last, 'y') + at(last, 'height') + 3 - from,
  });
}
