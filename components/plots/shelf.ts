import { showNumber } from './number.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { showWeight } from './weight.ts';

export interface Shelf {
  readonly books: readonly {
    readonly title: string;
    /** How well it fits the question: query · key. */
    readonly fit: number;
    readonly weight: number;
    /** Its pages on each subject, of a hundred. */
    readonly pages: readonly number[];
  }[];
  readonly subjects: readonly string[];
  /** The books' pages, blended by their weights. */
  readonly answer: readonly number[];
  /** What the weights add up to. */
  readonly sum: number;
}

const spine = { top: 2, height: 80 };
const board = spine.top + spine.height;
const fitLine = board + 24;
const weightTop = fitLine + 14;
const weightBase = weightTop + 62;
const heading = weightBase + 26;
const subjectTop = heading + 6;
const subjectHeight = 42;
/** A row of pages is drawn for this many of a hundred. */
const mostPages = 80;
const quiet = { fill: 'var(--ink-soft)', 'font-size': 11 };

/**
 * A shelf of books, a column each, and the answer in a last column. Under a book stand its fit to the
 * question, its share, and its pages on each subject: solid as far as it is listened
 * to. The answer's bar in each row lies in the band between the books' shortest and longest.
 */
export function shelf({ books, subjects, answer, sum }: Shelf, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const left = width < 320 ? 54 : 62;
  const last = width < 320 ? 50 : 62;
  const step = (width - left - last) / books.length;
  const figures = { 'font-size': step < 34 ? 10 : 11, 'font-variant-numeric': 'tabular-nums' };
  const height = subjectTop + subjects.length * subjectHeight + 4;
  const svg = drawing(surface, height);
  const middle = (book: number): number => left + (book + 0.5) * step;
  const answerAt = width - last / 2 + 2;

  draw(svg, 'path', { d: `M${left - 4} ${board + 1.5}H${width - last}`, stroke: 'var(--ink)', 'stroke-width': 3 });
  draw(svg, 'text', { x: 0, y: fitLine, ...quiet }, 'fit');
  draw(svg, 'text', { x: 0, y: weightBase - 4, ...quiet, fill: 'var(--weight)' }, 'share');
  draw(svg, 'text', { x: 0, y: heading, ...quiet, fill: 'var(--value)' }, 'of 100 pages, on');

  for (const [index, { title, fit, weight, pages }] of books.entries()) {
    const column = draw(svg, 'g', { class: 'book', 'data-book': index });
    const x = middle(index);
    const half = Math.min(17, step / 2 - 2.5);
    const centred = { x, 'text-anchor': 'middle', ...figures };
    // At most half of the way to the accent, where ink can still be read on it.
    const fill = `color-mix(in oklab, var(--weight) ${(50 * weight).toFixed(0)}%, var(--sheet))`;
    draw(column, 'rect', {
      class: 'spine',
      x: x - half,
      y: spine.top,
      width: 2 * half,
      height: spine.height,
      rx: 2,
      fill,
      stroke: 'var(--ink-soft)',
    });
    draw(
      column,
      'text',
      { x: 0, y: 4, transform: `translate(${x.toFixed(1)} ${board - 7}) rotate(-90)`, 'font-weight': 550 },
      title,
    );
    draw(column, 'text', { ...centred, y: fitLine }, showNumber(fit));
    drawWeight(column, half, weight, { ...centred, fill: 'var(--weight)', 'font-weight': 600 });
    for (const [subject, count] of pages.entries()) {
      const base = subjectTop + (subject + 1) * subjectHeight;
      const rise = lengthOf(count);
      draw(column, 'rect', {
        class: 'pages',
        x: x - half + 4,
        y: base - rise,
        width: 2 * half - 8,
        height: rise,
        fill: `color-mix(in oklab, var(--value) ${(10 + 90 * weight).toFixed(0)}%, var(--paper))`,
        stroke: 'var(--value)',
        'stroke-dasharray': '1.5 2',
      });
    }
  }

  for (const [subject, name] of subjects.entries()) {
    const base = subjectTop + (subject + 1) * subjectHeight;
    const counts = books.map(({ pages }) => pages[subject]!);
    const [low, high] = [Math.min(...counts), Math.max(...counts)];
    const x = answerAt - 14;
    draw(svg, 'path', { d: `M${left - 4} ${base}H${width}`, stroke: 'var(--rule)' });
    draw(svg, 'text', { x: 0, y: base - 4, ...quiet }, name);
    draw(svg, 'rect', {
      class: 'span',
      x: width - last + 5,
      y: base - lengthOf(high),
      width: last - 5,
      height: lengthOf(high) - lengthOf(low),
      fill: 'color-mix(in oklab, var(--value) 13%, transparent)',
    });
    for (const limit of new Set([low, high]))
      draw(svg, 'path', {
        d: `M${width - last + 5} ${base - lengthOf(limit)}H${width}`,
        stroke: 'var(--value)',
        'stroke-dasharray': '1.5 2',
      });
    draw(svg, 'rect', {
      class: 'answer',
      x: x - 9,
      y: base - lengthOf(answer[subject]!),
      width: 18,
      height: lengthOf(answer[subject]!),
      fill: 'var(--ink)',
    });
    draw(svg, 'text', { x: x + 13, y: base - 4, ...figures, 'font-weight': 650 }, answer[subject]!.toFixed(0));
  }
  draw(svg, 'text', { x: answerAt, y: board + 1, 'text-anchor': 'middle', 'font-weight': 650 }, 'answer');
  draw(svg, 'text', { x: answerAt, y: weightBase - 4, 'text-anchor': 'middle', ...figures }, `Σ ${sum.toFixed(2)}`);
  return svg;
}

function lengthOf(pages: number): number {
  return (pages / mostPages) * (subjectHeight - 8);
}

/** A bar with the double line of a weight at its top, and its number above. */
function drawWeight(
  column: Element,
  half: number,
  weight: number,
  number: { readonly x: number } & Record<string, string | number>,
): void {
  const { x } = number;
  const rise = weight * (weightBase - weightTop - 14);
  const top = weightBase - rise;
  draw(column, 'rect', {
    class: 'weight',
    x: x - half + 2,
    y: top,
    width: 2 * half - 4,
    height: rise,
    fill: 'color-mix(in oklab, var(--weight) 30%, var(--paper))',
  });
  draw(column, 'path', {
    d: `M${(x - half + 2).toFixed(1)} ${top.toFixed(1)}h${2 * half - 4}m0 3h${4 - 2 * half}`,
    fill: 'none',
    stroke: 'var(--weight)',
    'stroke-width': 1.4,
  });
  draw(column, 'text', { ...number, y: top - 5 }, showWeight(weight));
}
