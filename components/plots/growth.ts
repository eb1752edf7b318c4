import { axisX, dot, line, plot, ruleX, ruleY, text } from './plot.ts';
import { powerAxis } from './power-axis.ts';
import { showWhole } from './quantity.ts';
import type { Surface } from './surface.ts';

/** How a line looks: told apart without its colour too. */
export type Look = 'accent' | 'dashed' | 'dotted' | 'band';

export interface Growing {
  readonly id: string;
  readonly look: Look;
  /** One value for each length. */
  readonly values: readonly number[];
  /** Written along its end, on this side of the line. */
  readonly label?: string;
  readonly side?: 'above' | 'below';
}

/** Quantities that grow with the length of a sequence, or with another size. */
export interface Growth {
  /** Lengths, each twice the one before. */
  readonly lengths: readonly number[];
  /** What the axis of lengths is called, and its letter; default: positions, n. */
  readonly across?: { readonly name: string; readonly letter: string; readonly show: (length: number) => string };
  readonly lines: readonly Growing[];
  /** Which of the lengths is chosen. */
  readonly chosen: number;
  readonly domain: readonly [number, number];
  readonly ticks: Readonly<Record<string, number>>;
  /** A point worth naming, and a level. */
  readonly point?: {
    readonly length: number;
    readonly value: number;
    readonly label: string;
    readonly side?: 'above' | 'below';
  };
  readonly level?: { readonly value: number; readonly label: string };
}

const looks = {
  accent: { stroke: 'var(--weight)', strokeWidth: 2.5 },
  dashed: { stroke: 'var(--ink)', strokeWidth: 1.75, strokeDasharray: '7 4' },
  dotted: { stroke: 'var(--ink)', strokeWidth: 2.25, strokeDasharray: '0.1 5' },
  band: { stroke: 'color-mix(in oklab, var(--weight) 20%, transparent)', strokeWidth: 11 },
} as const satisfies Record<Look, object>;

const positions = { name: 'positions', letter: 'n', show: showWhole };
const margin = { left: 74, right: 34, top: 12, bottom: 40 };
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };

/**
 * Quantities against the length, both axes logarithmic: a power of n is a straight line,
 * the steeper the higher the power. A rule stands at the chosen length, a dot on each line.
 * Over every length lies a column with `data-step`, counted from 0, to point at.
 */
export function growth(data: Growth, { document, width }: Surface): SVGSVGElement {
  const { lengths, lines, chosen, domain, point, level, across = positions } = data;
  const n = lengths[chosen]!;
  const ticks = Object.entries(data.ticks);
  const named = width < 380 ? [0, 6, 12, 17] : [0, 4, 7, 11, 14, 17];
  const drawn = plot({
    document,
    width,
    height: 330,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { type: 'log', base: 2, domain: [lengths[0]!, lengths.at(-1)!] },
    y: { type: 'log', domain: [...domain] },
    marks: [
      ...powerAxis(ticks),
      axisX(
        named.map((step) => lengths[step]!),
        { label: null, tickSize: 5, tickFormat: across.show, ...soft, stroke: 'var(--ink-soft)' },
      ),
      text([`${across.name}, ${across.letter}`], { frameAnchor: 'bottom', dy: 36, ...soft }),
      level && ruleY([level.value], { stroke: 'var(--ink-soft)', strokeDasharray: '2 3' }),
      level &&
        text([level.value], {
          y: (value: number) => value,
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: 5,
          dy: -7,
          text: () => level.label,
          ...soft,
        }),
      ruleX([n], { stroke: 'var(--ink)', strokeWidth: 1 }),
      text([n], {
        x: (value: number) => value,
        frameAnchor: 'bottom',
        dy: -9,
        dx: chosen < 9 ? 6 : -6,
        textAnchor: chosen < 9 ? 'start' : 'end',
        text: (value: number) => `${across.letter} = ${showWhole(value)}`,
        fontSize: 11,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
      ...lines.map(({ look, values }) =>
        line(
          lengths.map((length, step) => [length, values[step]!] as const),
          { strokeLinecap: look === 'dashed' ? 'butt' : 'round', ...looks[look] },
        ),
      ),
      point &&
        dot([point], { x: 'length', y: 'value', r: 5, fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.75 }),
      point &&
        text([point], {
          x: 'length',
          y: 'value',
          text: 'label',
          dx: 5,
          dy: point.side === 'above' ? -14 : 24,
          textAnchor: 'start',
          fontSize: 11,
          fill: 'var(--ink)',
          stroke: 'var(--paper)',
          strokeWidth: 3,
        }),
      dot(
        lines.filter(({ look }) => look !== 'band'),
        {
          x: () => n,
          y: ({ values }) => values[chosen]!,
          r: 3.5,
          fill: ({ look }: Growing) => looks[look].stroke,
          stroke: 'var(--paper)',
          strokeWidth: 1,
        },
      ),
    ].filter((mark) => mark !== undefined),
  }) as SVGSVGElement & { scale(name: string): { apply(value: number): number } };
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');

  const at = { x: drawn.scale('x').apply, y: drawn.scale('y').apply };
  const make = (tag: string, attributes: Readonly<Record<string, string | number>>): Element => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    return drawn.appendChild(made);
  };
  const last = lengths.length - 1;
  for (const { values, label, side, look } of lines) {
    if (label === undefined) continue;
    const [x, y] = [at.x(lengths[last]!), at.y(values[last]!)];
    const angle = (Math.atan2(y - at.y(values[last - 2]!), x - at.x(lengths[last - 2]!)) * 180) / Math.PI;
    make('text', {
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`,
      y: side === 'below' ? 17 : -10,
      'text-anchor': 'end',
      'font-size': 12,
      'font-weight': 600,
      stroke: 'var(--paper)',
      'stroke-width': 3,
      'paint-order': 'stroke',
      fill: look === 'accent' ? 'var(--weight)' : 'var(--ink)',
    }).textContent = label;
  }
  const pitch = at.x(lengths[1]!) - at.x(lengths[0]!);
  lengths.forEach((length, step) =>
    make('rect', {
      'data-step': step,
      x: at.x(length) - pitch / 2,
      y: 0,
      width: pitch,
      height: 330,
      fill: 'transparent',
    }),
  );
  return drawn;
}
