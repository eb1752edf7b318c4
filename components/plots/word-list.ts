import { signedPaint } from './signed.ts';
import { showNumber } from './number.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** The beginning of a word's list of numbers, and the words whose lists are most like it. */
export interface WordList {
  readonly numbers: readonly number[];
  /** The size of number that has the strongest colour. */
  readonly max: number;
  readonly decimals: number;
  /** Nearest first, with their likeness: at most 1. */
  readonly near: readonly { readonly word: string; readonly cosine: number }[];
  /** What stands between numbers and words. */
  readonly heading: string;
}

const [cellHeight, rowHeight, thick] = [27, 21, 10];
const [labelSize, numberSize, smallSize] = [13, 11, 11];
const [labels, room] = [84, 38];

/** A list as cells in rows of eight, and under it a bar for each near word; a whole bar is a likeness of 1. */
export function wordList({ numbers, max, decimals, near, heading }: WordList, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const perRow = 8;
  const cell = width / perRow;
  const top = Math.ceil(numbers.length / perRow) * cellHeight;
  const first = top + 28;
  const svg = drawing(surface, first + near.length * rowHeight);
  numbers.forEach((value, index) => {
    const [x, y] = [(index % perRow) * cell, Math.floor(index / perRow) * cellHeight];
    draw(svg, 'rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: cell - 1,
      height: cellHeight - 1,
      fill: signedPaint.colour(value, max),
      'data-number': index,
    });
    draw(
      svg,
      'text',
      {
        x: x + cell / 2,
        y: y + cellHeight / 2 + numberSize * 0.36,
        'text-anchor': 'middle',
        'font-size': numberSize,
        'font-variant-numeric': 'tabular-nums',
        fill: signedPaint.ink(value, max),
      },
      showNumber(value, decimals),
    );
  });
  draw(svg, 'text', { x: 0, y: top + 18, 'font-size': smallSize, fill: 'var(--ink-soft)' }, heading);
  const across = width - labels - room;
  near.forEach(({ word, cosine }, row) => {
    const y = first + row * rowHeight;
    const text = { y: y + rowHeight / 2 + labelSize * 0.36 };
    draw(svg, 'text', { x: labels - 8, ...text, 'text-anchor': 'end', 'font-size': labelSize }, word);
    const bar = { x: labels, y: y + (rowHeight - thick) / 2, height: thick };
    draw(svg, 'rect', { ...bar, width: across, fill: 'var(--wash)' });
    draw(svg, 'rect', { ...bar, width: Math.max(0, cosine) * across, fill: 'var(--ink-soft)', 'data-near': row });
    draw(
      svg,
      'text',
      { x: labels + across + 6, ...text, 'font-size': 12, 'font-variant-numeric': 'tabular-nums' },
      showNumber(cosine),
    );
  });
  return svg;
}
