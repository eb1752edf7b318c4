import type { Surface } from './surface.ts';

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

const labelSize = 13;
const top = 24;
const bottom = 24;
const right = 8;
const gap = 4;

/**
 * Vectors as strips, one a row, all on one scale. Each carries `data-query` (its row) and
 * `data-across` (how many features it has), so that pointing finds the feature.
 */
export function strips({ strips, max, ink, rows, rowInk }: Strips, { document, width }: Surface): SVGSVGElement {
  const make = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made as SVGElement;
  };
  const longest = Math.max(...strips.map(({ label }) => Math.min(12, [...label].length)));
  const noted = strips.some(({ note }) => note !== undefined);
  const left = Math.round(Math.min(width * 0.4, Math.max(54, 14 + longest * labelSize * 0.58) + (noted ? 50 : 0)));
  const across = width - left - right;
  const features = strips[0]!.values.length;
  const height = Math.max(20, Math.min(40, 320 / strips.length));
  const total = top + strips.length * (height + gap) + bottom;
  const svg = make('svg', {
    width,
    height: total,
    viewBox: `0 0 ${width} ${total}`,
    'font-family': 'var(--sans)',
    'font-size': labelSize,
  }) as SVGSVGElement;
  const step = across / features;
  const bars = (values: ArrayLike<number>, share: number, middle: number): string =>
    Array.from(values, (value, feature) => {
      const length = ((value * share) / max) * (height / 2);
      return Math.abs(length) < 0.05
        ? ''
        : `M${(left + (feature + 0.5) * step).toFixed(1)} ${middle}v${(-length).toFixed(1)}`;
    }).join('');

  strips.forEach(({ label, values, share, note }, row) => {
    const y = top + row * (height + gap);
    const middle = y + height / 2;
    const line = {
      fill: 'none',
      stroke: ink,
      'stroke-width': Math.max(0.7, step * 0.72).toFixed(2),
      'pointer-events': 'none',
    };
    svg.append(
      make('rect', {
        'data-query': row,
        'data-across': features,
        x: left,
        y,
        width: across,
        height,
        fill: 'var(--strip)',
      }),
      make('path', { d: `M${left} ${middle}h${across}`, stroke: 'var(--rule)', 'pointer-events': 'none' }),
      make('path', {
        d: bars(values, 1, middle),
        ...line,
        class: 'whole',
        'stroke-opacity': share === undefined ? 1 : 0.28,
      }),
    );
    if (share !== undefined) svg.append(make('path', { d: bars(values, share, middle), ...line, class: 'share' }));
    const text = { y: middle + labelSize * 0.35, 'text-anchor': 'end' };
    const shown = [...label].length > 12 ? `${[...label].slice(0, 11).join('')}…` : label;
    svg.append(make('text', { x: left - 6, ...text, fill: 'currentColor' }, shown));
    if (note !== undefined)
      svg.append(make('text', { x: 38, ...text, fill: 'var(--weight)', 'font-variant': 'tabular-nums' }, note));
  });
  const small = { 'font-size': 11, fill: 'var(--ink-soft)' };
  svg.append(
    make('text', { x: left - 6, y: top - 9, 'text-anchor': 'end', ...small, fill: rowInk }, `${rows} ↓`),
    make('text', { x: left + 2, y: total - 8, ...small }, `feature → ${features} of them`),
  );
  return svg;
}

/** Marks one strip and one feature through all of them, in place of those marked before. */
export function frameStrip(svg: SVGSVGElement, row: number, feature: number): void {
  for (const old of svg.querySelectorAll('.row, .feature')) old.remove();
  const rects = [...svg.querySelectorAll('rect[data-query]')];
  const chosen = rects[row];
  if (!chosen) return;
  const at = (rect: Element, name: string): number => Number(rect.getAttribute(name));
  const draw = (kind: string, box: Record<string, number>): void => {
    const frame = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
    frame.setAttribute('class', kind);
    for (const [name, value] of Object.entries(box)) frame.setAttribute(name, String(value));
    svg.append(frame);
  };
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => at(chosen, name)) as [
    number,
    number,
    number,
    number,
  ];
  draw('row', { x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 2 });
  const step = width / at(chosen, 'data-across');
  const last = rects.at(-1)!;
  const from = at(rects[0]!, 'y') - 3;
  draw('feature', {
    x: x + feature * step - 1,
    y: from,
    width: step + 2,
    height: at(last, 'y') + at(last, 'height') + 3 - from,
  });
}
