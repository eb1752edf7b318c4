import { axisX, axisY, dot, line, plot, ruleX, ruleY, text } from './plot.ts';
import type { Surface } from './surface.ts';

/** One quantity along a sweep: what theory says as a line, what was measured as dots. */
export interface SweepLine {
  /** The strong one is what the reader chose, the faint one what it is compared with. */
  readonly look: 'strong' | 'faint';
  readonly theory: readonly number[];
  readonly measured?: readonly number[];
  /** Puts a dot on the line at the chosen place, for a line without dots of its own. */
  readonly marked?: boolean;
  /** Written at one of its points. */
  readonly label?: { readonly text: string; readonly at: number; readonly side: 'above' | 'below' };
}

/** Quantities against one that grows by factors. */
export interface Sweep {
  /** Where it was measured, rising by equal factors. */
  readonly xs: readonly number[];
  readonly xLabel: string;
  /** Of the logarithms: what its ticks are powers of. */
  readonly base: number;
  /** Pixels; default 190. */
  readonly height?: number;
  readonly xTicks: readonly number[];
  /** The chosen place, and how it is written. */
  readonly chosen: number;
  readonly chosenLabel: string;
  readonly log?: boolean;
  readonly domain: readonly [number, number];
  readonly yTicks: readonly number[];
  readonly lines: readonly SweepLine[];
  /** A value that theory names: a limit, a bound. */
  readonly level?: { readonly value: number; readonly label: string; readonly side: 'above' | 'below' };
}

const looks = {
  strong: { stroke: 'var(--weight)', strokeWidth: 2 },
  faint: { stroke: 'var(--ink-soft)', strokeWidth: 1.25, strokeDasharray: '5 3' },
} as const;
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
const halo = { stroke: 'var(--paper)', strokeWidth: 3 };

/**
 * Draws a sweep, its x axis logarithmic. Dots of the strong line are full, of the faint one
 * hollow. Over every place of the sweep lies a column with `data-step`, to point at.
 */
export function sweep(data: Sweep, { document, width }: Surface): SVGSVGElement {
  const { xs, chosen, lines, level, domain, height = 190 } = data;
  const [low, high] = [xs[0]!, xs.at(-1)!];
  const late = xs.filter((x) => x < chosen).length > xs.length / 2;
  const behind = lines.toSorted((a, b) => Number(a.look === 'strong') - Number(b.look === 'strong'));
  const shift = (side: 'above' | 'below'): number => (side === 'above' ? -10 : 13);
  const drawn = plot({
    document,
    width,
    height,
    marginLeft: 44,
    marginRight: 20,
    marginTop: 18,
    marginBottom: 34,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { type: 'log', base: data.base, domain: [low, high] },
    y: { type: data.log ? 'log' : 'linear', ...(data.log && { base: data.base }), domain: [...domain] },
    marks: [
      ruleY(data.yTicks, { stroke: 'var(--rule)' }),
      axisY(data.yTicks, {
        label: null,
        tickSize: 0,
        tickFormat: (value: number) => value.toLocaleString('en-US'),
        ...soft,
      }),
      axisX(data.xTicks, {
        label: null,
        tickSize: 4,
        tickFormat: (value: number) => value.toLocaleString('en-US'),
        ...soft,
        stroke: 'var(--ink-soft)',
      }),
      text([data.xLabel], { frameAnchor: 'bottom-right', dy: 32, textAnchor: 'end', ...soft }),
      level && ruleY([level.value], { stroke: 'var(--ink-soft)', strokeDasharray: '1 3' }),
      ruleX([chosen], { stroke: 'var(--ink)', strokeWidth: 1 }),
      ...behind.map(({ look, theory }) =>
        line(
          xs.map((x, at) => [x, theory[at]!] as const),
          looks[look],
        ),
      ),
      ...behind.map(({ look, measured = [] }) =>
        dot(measured, {
          x: (_: number, at: number) => xs[at],
          y: (value: number) => value,
          r: look === 'strong' ? 3.5 : 2.75,
          fill: look === 'strong' ? looks.strong.stroke : 'var(--paper)',
          stroke: look === 'strong' ? 'var(--paper)' : looks.faint.stroke,
          strokeWidth: 1,
        }),
      ),
      ...lines
        .filter(({ marked }) => marked)
        .map(({ theory }) =>
          dot([theory[xs.indexOf(chosen)]!], {
            x: chosen,
            y: (value: number) => value,
            r: 4,
            fill: looks.strong.stroke,
            stroke: 'var(--paper)',
            strokeWidth: 1,
          }),
        ),
      level &&
        text([level], {
          x: low,
          y: 'value',
          text: 'label',
          textAnchor: 'start',
          dx: 4,
          dy: shift(level.side) * 0.8,
          ...soft,
          ...halo,
        }),
      ...behind.flatMap(({ look, theory, label }) =>
        label === undefined
          ? []
          : [
              text([label], {
                x: xs[label.at],
                y: theory[label.at],
                text: 'text',
                dy: shift(label.side),
                fontSize: 11,
                fontWeight: 600,
                fill: looks[look].stroke,
                ...halo,
              }),
            ],
      ),
      text([data.chosenLabel], {
        x: chosen,
        frameAnchor: 'top',
        dy: -12,
        textAnchor: late ? 'end' : 'start',
        fontSize: 11,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ].filter((mark) => mark !== undefined),
  }) as SVGSVGElement & { scale(name: string): { apply(value: number): number } };
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');

  const at = drawn.scale('x').apply;
  const pitch = (at(high) - at(low)) / (xs.length - 1);
  xs.forEach((x, step) => {
    const column = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const box = {
      'data-step': step,
      x: (at(x) - pitch / 2).toFixed(1),
      y: 0,
      width: pitch.toFixed(1),
      height,
      fill: 'transparent',
    };
    for (const [name, value] of Object.entries(box)) column.setAttribute(name, String(value));
    drawn.append(column);
  });
  return drawn;
}
