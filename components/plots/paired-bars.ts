import { showNumber } from './number.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

export interface PairedBars {
  /** One row a word: a bar of what is, an outline, and perhaps one of what is compared with it, filled. */
  readonly rows: readonly { readonly label: string; readonly values: readonly [number, number?] }[];
  /** What the two bars are. */
  readonly names: readonly [string, string?];
  /** The number whose bar takes the whole width. */
  readonly max: number;
  /** The row set apart. */
  readonly chosen?: number | undefined;
}

const thick = 11;
const labelSize = 13;
const top = 24;
const room = 40;

const shorten = (label: string): string => ([...label].length > 14 ? `${[...label].slice(0, 13).join('')}…` : label);

/** Amounts from 0 up, a row a word, one bar or two; each row carries `data-row`, counted from 0. */
export function pairedBars({ rows, names, max, chosen }: PairedBars, surface: Surface): SVGSVGElement {
  const { width } = surface;
  const isPaired = names[1] !== undefined;
  const bars = isPaired ? 2 * thick + 0.5 : thick - 1.5;
  const height = bars + (isPaired ? 11 : 15);
  const svg = drawing(surface, top + rows.length * height + 2);
  const left = Math.min(
    width * 0.34,
    12 + Math.max(...rows.map(({ label }) => [...shorten(label)].length)) * labelSize * 0.58,
  );
  const across = width - left - room;
  const looks = [
    { fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.2 },
    { fill: 'var(--weight)', stroke: 'var(--weight)', 'stroke-width': 1.2 },
  ];
  const soft = { 'font-size': 11, fill: 'var(--ink-soft)' };

  let key = left;
  names.forEach((name, index) => {
    if (name === undefined) return;
    draw(svg, 'rect', { x: key + 0.6, y: 4, width: 16, height: 9, ...looks[index]! });
    draw(svg, 'text', { x: key + 22, y: 12.5, ...soft }, name);
    key += 22 + name.length * 6.2 + 16;
  });

  rows.forEach(({ label, values }, row) => {
    const y = top + row * height;
    const group = draw(svg, 'g', { 'data-row': row });
    const isChosen = row === chosen;
    draw(
      group,
      'text',
      {
        x: left - 8,
        y: y + bars / 2 + labelSize * 0.36,
        'text-anchor': 'end',
        'font-size': labelSize,
        ...(isChosen && { 'font-weight': 700, fill: 'var(--query)' }),
      },
      shorten(label),
    );
    values.forEach((value, index) => {
      if (value === undefined) return;
      const length = max > 0 ? (Math.max(0, value) / max) * across : 0;
      const at = y + index * (thick + 2);
      draw(group, 'rect', {
        x: left + 0.6,
        y: at,
        width: Math.max(length, 0.8),
        height: thick - 1.5,
        ...looks[index]!,
      });
      draw(
        group,
        'text',
        {
          x: left + length + 6,
          y: at + thick - 1.5,
          ...soft,
          ...(isChosen && { fill: 'var(--ink)', 'font-weight': 600 }),
          'font-variant-numeric': 'tabular-nums',
        },
        showNumber(value),
      );
    });
  });
  draw(svg, 'path', {
    d: `M${left.toFixed(1)} ${top - 4}V${top + rows.length * height - 4}`,
    stroke: 'var(--ink-soft)',
  });
  return svg;
}
