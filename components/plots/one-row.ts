import { showNumber } from './number.ts';
import { drawStrip, labelStrip, widthOfLabels, type Box } from './strips.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { textWidth } from './text-width.ts';
import { heatColour, heatInk, showWeight } from './weight.ts';

/** One word's way through attention. */
export interface OneRow {
  /** The word that asks, counted from 0. */
  readonly asking: number;
  readonly labels: readonly string[];
  readonly query: ArrayLike<number>;
  readonly keys: readonly ArrayLike<number>[];
  /** One a key. */
  readonly scores: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
  readonly values: readonly ArrayLike<number>[];
  readonly output: ArrayLike<number>;
  /** The numbers whose bars are as high as half their line: of query and keys, of values and output. */
  readonly max: { readonly keys: number; readonly values: number };
}

const head = 22;
const apart = 12;
const foot = 8;
const headingSize = 11;

/** Where the four columns stand in so much room. */
function columnsOf(labels: readonly string[], width: number) {
  const isNarrow = width < 560;
  const gap = isNarrow ? 8 : 22;
  const cell = isNarrow ? 44 : 84;
  const left = Math.round(Math.min(width * 0.34, Math.max(54, 10 + widthOfLabels(labels))));
  const strip = (width - left - 2 * cell - 3 * gap - 2) / 2;
  const score = left + strip + gap;
  const share = score + cell + gap;
  return { isNarrow, gap, cell, left, strip, score, share, value: share + cell + gap };
}

/**
 * One row of attention in four steps, a line a key: the query over every key, the scores, the shares,
 * the values in those shares with the output below them. Strips carry `data-query` (their line) and
 * `data-across`; the two cells of a line are one mark of the class `pair`.
 */
export function oneRow(data: OneRow, surface: Surface): SVGSVGElement {
  const { labels, asking, max } = data;
  const { isNarrow, gap, cell, left, strip, score, share, value } = columnsOf(labels, surface.width);
  const height = Math.max(16, Math.min(26, 240 / labels.length));
  const pitch = height + 4;
  const first = head + pitch + apart;
  const last = first + labels.length * pitch;
  const svg = drawing(surface, last + apart + height + foot);
  const largest = Math.max(...Array.from(data.shares));

  const box = (x: number, y: number): Box => ({ x, y, width: strip, height });
  const text = (
    x: number,
    y: number,
    said: string,
    fill: string,
    more: Record<string, string | number> = {},
  ): Element => draw(svg, 'text', { x, y, fill, 'pointer-events': 'none', ...more }, said);
  const number = (x: number, y: number, said: string, fill: string): Element =>
    text(x + cell / 2, y + height / 2 + 4, said, fill, { 'text-anchor': 'middle', 'font-variant': 'tabular-nums' });
  const arrow = (x: number, y: number): Element =>
    draw(svg, 'path', {
      d: `M${x + 3} ${y + height / 2}h${gap - 8}m-3 -3l3 3l-3 3`,
      ...{ class: 'arrow', fill: 'none', stroke: 'var(--ink-soft)', 'pointer-events': 'none' },
    });

  const long = '4 · values, in those shares';
  const headings = [
    isNarrow ? '1 · keys' : '1 · query and keys',
    '2 · score',
    '3 · share',
    isNarrow || textWidth(long) * headingSize > surface.width - value ? '4 · values' : long,
  ];
  for (const [at, x] of [left, score, share, value].entries())
    text(x, 13, headings[at]!, 'var(--ink-soft)', { 'font-size': headingSize });

  drawStrip(svg, { values: data.query }, box(left, head), { max: max.keys, ink: 'var(--query)' });
  labelStrip(svg, labels[asking]!, box(left, head), 'var(--query)');
  labels.forEach((label, line) => {
    const y = first + line * pitch;
    const [given, taken] = [data.scores[line]!, data.shares[line]!];
    drawStrip(svg, { values: data.keys[line]! }, box(left, y), { max: max.keys, ink: 'var(--key)', row: line });
    labelStrip(svg, label, box(left, y), 'var(--ink)');
    const pair = { class: 'pair', 'data-query': line, 'data-key': 0, fill: 'transparent' };
    draw(svg, 'rect', { ...pair, x: score, y, width: share + cell - score, height });
    number(score, y, showNumber(given), 'var(--ink)');
    const shade = { fill: heatColour(taken, largest), rx: 2, 'pointer-events': 'none' };
    draw(svg, 'rect', { ...shade, x: share, y, width: cell, height });
    number(share, y, showWeight(taken), heatInk(taken, largest));
    const values = { values: data.values[line]!, share: taken };
    drawStrip(svg, values, box(value, y), { max: max.values, ink: 'var(--value)', row: line });
    if (!isNarrow) for (const x of [score, share, value]) arrow(x - gap, y);
  });

  draw(svg, 'path', { d: `M${value} ${last + apart / 2 - 2}h${strip}`, stroke: 'var(--ink)', 'stroke-width': 1.5 });
  drawStrip(svg, { values: data.output }, box(value, last + apart), { max: max.values, ink: 'var(--ink)' });
  text(value - 6, last + apart + height / 2 + 4, 'added up: the output', 'var(--ink)', { 'text-anchor': 'end' });
  return svg;
}

/** Marks the line of one key, and one feature of all values, in place of those marked before. */
export function frameLine(svg: SVGSVGElement, line: number, feature: number): void {
  for (const old of svg.querySelectorAll('.row, .feature')) old.remove();
  // A line's score and share belong to whichever feature is chosen.
  for (const pair of svg.querySelectorAll('.pair')) pair.setAttribute('data-key', String(feature));
  const at = (element: Element, name: string): number => Number(element.getAttribute(name));
  const strips = [...svg.querySelectorAll('rect[data-across]')];
  const [key, value] = strips.filter((rect) => at(rect, 'data-query') === line);
  if (!key || !value) return;
  const [x, y, end] = [at(key, 'x'), at(key, 'y'), at(value, 'x') + at(value, 'width')];
  const row = { class: 'row', x: x - 2, y: y - 2, width: end - x + 4, height: at(key, 'height') + 4, rx: 3 };
  draw(svg, 'rect', row);
  const [top, under] = [at(strips[0]!, 'y'), at(strips.at(-1)!, 'y') + at(strips.at(-1)!, 'height')];
  const step = at(value, 'width') / at(value, 'data-across');
  const left = at(value, 'x') + feature * step;
  draw(svg, 'rect', { class: 'feature', x: left - 1, y: top - 3, width: step + 2, height: under - top + 6 });
}
