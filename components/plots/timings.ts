import { axisX, axisY, dot, line, plot, ruleY } from './plot.ts';
import { showWhole } from './quantity.ts';
import { draw } from './svg.ts';
import type { Surface } from './surface.ts';

/** How points and their line look: told apart by shape and dash, whatever the colour. */
export type Mark = keyof typeof marks;

/** A length and a value at it. */
export type At = readonly [n: number, value: number];

/** One thing that was measured at several lengths. */
export interface Timing {
  readonly id: string;
  readonly label: string;
  readonly mark: Mark;
  readonly points: readonly At[];
  /** Both ends of the line fitted to the points. Without one, the points themselves are joined. */
  readonly fitted?: readonly [At, At] | undefined;
  /** Both ends of the line that theory gives. */
  readonly theory?: readonly [At, At] | undefined;
}

export interface Timings {
  readonly timings: readonly Timing[];
  /** Of the lengths, and of the values. */
  readonly lengths: readonly [number, number];
  readonly domain: readonly [number, number];
  readonly ticks: Readonly<Record<string, number>>;
}

const ink = { stroke: 'var(--ink)', strokeWidth: 1.5 };
const marks = {
  disc: { symbol: 'circle', filled: true, line: { stroke: 'var(--weight)', strokeWidth: 2.25 } },
  diamond: { symbol: 'diamond', filled: true, line: { ...ink, strokeDasharray: '7 4' } },
  triangle: { symbol: 'triangle', filled: false, line: { ...ink, strokeDasharray: '2 3' } },
  square: { symbol: 'square', filled: false, line: { ...ink, strokeDasharray: '9 3 2 3' } },
  cross: { symbol: 'times', filled: false, line: ink },
} as const;

const height = 360;
const margin = { left: 52, right: 92, top: 14, bottom: 42 };
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
/** Room that a label takes, in pixels. */
const room = { width: 70, height: 15 };

/**
 * What was measured against the length n, both axes logarithmic: points, the line fitted to
 * them, and under it a pale band of the slope that theory gives. Each is named at its end.
 */
export function timings(data: Timings, { document, width }: Surface): SVGSVGElement {
  const shown = data.timings.filter(({ points }) => points.length > 0);
  const ticks = Object.entries(data.ticks).filter(([, value]) => value >= data.domain[0] && value <= data.domain[1]);
  const named: number[] = [];
  for (let n = data.lengths[0]; n <= data.lengths[1]; n *= width < 380 ? 8 : 4) named.push(n);
  const drawn = plot({
    document,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { type: 'log', base: 2, domain: [...data.lengths] },
    y: { type: 'log', domain: [...data.domain] },
    marks: [
      ruleY(ticks.map(([, value]) => value), { stroke: 'var(--rule)' }),
      axisY(ticks.map(([, value]) => value), { label: null, tickSize: 0, tickFormat: (value: number) => ticks.find(([, tick]) => tick === value)![0], ...soft }),
      axisX(named, { label: null, tickSize: 5, tickFormat: showWhole, ...soft, stroke: 'var(--ink-soft)' }),
      ...shown.flatMap(({ theory }) => (theory ? [line(theory, { stroke: 'color-mix(in oklab, var(--ink) 13%, transparent)', strokeWidth: 7, strokeLinecap: 'butt' })] : [])),
      ...shown.map(({ mark, points, fitted }) => line(fitted ?? points, marks[mark].line)),
      ...shown.map(({ mark, points }) => {
        const { symbol, filled, line: look } = marks[mark];
        return dot(points, { symbol, r: symbol === 'circle' ? 3.5 : 4, stroke: look.stroke, strokeWidth: 1.5, fill: filled ? look.stroke : symbol === 'times' ? 'none' : 'var(--paper)' });
      }),
    ],
  }) as SVGSVGElement & { scale(name: string): { apply(value: number): number } };
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  draw(drawn, 'text', { x: (margin.left + width - margin.right) / 2, y: height - 4, 'text-anchor': 'middle', 'font-size': 11, fill: 'var(--ink-soft)' }, 'positions, n');

  const [x, y] = [drawn.scale('x').apply, drawn.scale('y').apply];
  const ends = shown.map(({ points, label, mark }) => ({ label, mark, x: x(points.at(-1)![0]), y: y(points.at(-1)![1]) }));
  for (const { end, label } of placed(ends)) {
    draw(drawn, 'path', { d: `M${end.x + 6},${end.y.toFixed(1)}L${(label.x - 3).toFixed(1)},${label.y.toFixed(1)}`, stroke: 'var(--ink-soft)', 'stroke-width': 0.75, fill: 'none' });
    draw(
      drawn,
      'text',
      { x: label.x, y: label.y + 4, 'text-anchor': 'start', 'font-size': 12, 'font-weight': 600, fill: marks[end.mark].line.stroke, stroke: 'var(--paper)', 'stroke-width': 3, 'paint-order': 'stroke' },
      end.label,
    );
  }
  return drawn;
}

interface End {
  readonly label: string;
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** Labels to the right of their ends: those that would meet stand in one column, in the order of their ends. */
function placed(ends: readonly End[]): { end: End; label: { x: number; y: number } }[] {
  const columns: End[][] = [];
  for (const end of [...ends].sort((a, b) => a.x - b.x)) {
    const column = columns.at(-1);
    if (column && end.x - column.at(-1)!.x < room.width) column.push(end);
    else columns.push([end]);
  }
  return columns.flatMap((column) => {
    const right = Math.max(...column.map((end) => end.x)) + 14;
    const sorted = [...column].sort((a, b) => a.y - b.y);
    const heights = sorted.map((end) => end.y);
    // Neighbours that are too near give way to both sides, until none is.
    for (let round = 0; round < 60; round++)
      for (let i = 1; i < heights.length; i++) {
        const lacking = room.height - (heights[i]! - heights[i - 1]!);
        if (lacking <= 0) continue;
        heights[i - 1]! -= lacking / 2;
        heights[i]! += lacking / 2;
      }
    return sorted.map((end, i) => ({ end, label: { x: right, y: heights[i]! } }));
  });
}
