import { axisX, dot, line, plot, ruleX } from './plot.ts';
import { leader, nameAcross, powerAxis } from './power-axis.ts';
import { showPower } from './scientific.ts';
import type { Surface } from './surface.ts';
import { draw } from './svg.ts';

/** How a line looks: told apart without its colour too. A band is what theory allows. */
export type DecayLook = 'beads' | 'solid' | 'dashed' | 'band';

/** One quantity at distances 0, 1, 2, … */
export interface DecayLine {
  readonly look: DecayLook;
  readonly values: readonly number[];
  readonly label: string;
}

/** Quantities that grow or shrink by factors as a distance grows. */
export interface Decay {
  readonly lines: readonly DecayLine[];
  readonly xLabel: string;
  /** What stands at each line's chosen place is marked. */
  readonly chosen: number;
  /** Powers of ten: what lies beyond is left out. */
  readonly exponents: readonly [number, number];
}

const looks = {
  beads: { stroke: 'var(--weight)', strokeWidth: 1 },
  solid: { stroke: 'var(--ink)', strokeWidth: 2 },
  dashed: { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '6 4' },
  band: { stroke: 'color-mix(in oklab, var(--ink) 14%, transparent)', strokeWidth: 8 },
} as const;

const height = 330;
const margin = { left: 40, right: 86, top: 20, bottom: 40 };
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
/** Pixels between two names, at least. */
const pitch = 15;
/** Pixels that a name takes across. */
const room = 76;

/**
 * Quantities against distance, the vertical axis logarithmic: what changes by one factor a
 * step is a straight line. Each line is named at its end, or where it leaves the drawing.
 * Over every distance lies a column with `data-step`, to point at.
 */
export function decay(
  { lines, xLabel, chosen, exponents: [low, high] }: Decay,
  { document, width }: Surface,
): SVGSVGElement {
  const last = lines[0]!.values.length - 1;
  const powers = Array.from({ length: high - low + 1 }, (_, at) => low + at).filter((power) => power % 2 === 0);
  const domain = [10 ** low, 10 ** high] as const;
  const inside = (value: number): boolean => value >= domain[0] && value <= domain[1];
  const shown = lines.map((given) => ({
    ...given,
    points: given.values.map((value, k) => [k, inside(value) ? value : NaN] as const),
  }));
  const distances: number[] = [];
  for (let k = 0; k <= last; k += 8) distances.push(k);
  const drawn = plot({
    document,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { domain: [0, last] },
    y: { type: 'log', domain: [...domain] },
    marks: [
      ...powerAxis(powers.map((power) => [power === 0 ? '1' : showPower(power), 10 ** power])),
      axisX(distances, { label: null, tickSize: 5, tickFormat: String, ...soft, stroke: 'var(--ink-soft)' }),
      ...shown
        .filter(({ look }) => look === 'band')
        .map(({ points }) => line(points, { ...looks.band, strokeLinecap: 'butt' })),
      ruleX([chosen], { stroke: 'var(--ink)', strokeWidth: 1 }),
      ...shown.filter(({ look }) => look !== 'band').map(({ look, points }) => line(points, looks[look])),
      ...shown
        .filter(({ look }) => look === 'beads')
        .map(({ points }) => dot(points, { r: 2.5, fill: looks.beads.stroke, stroke: 'none' })),
      ...shown
        .filter(({ look, points }) => look !== 'band' && inside(points[chosen]![1]))
        .map(({ look, points }) =>
          dot([points[chosen]!], { r: 5, fill: looks[look].stroke, stroke: 'var(--paper)', strokeWidth: 1.5 }),
        ),
    ],
  }) as SVGSVGElement & { scale(name: string): { apply(value: number): number } };
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');

  const [x, y] = [drawn.scale('x').apply, drawn.scale('y').apply];
  const bold = {
    'font-size': 12,
    'font-weight': 600,
    stroke: 'var(--paper)',
    'stroke-width': 3,
    'paint-order': 'stroke',
  };
  const ends = shown.flatMap(({ look, label, points }) => {
    const end = points.findLast(([, value]) => inside(value));
    return end ? [{ look, label, k: end[0], x: x(end[0]), y: y(end[1]) }] : [];
  });
  const stay = ends.filter(({ k }) => k === last).sort((a, b) => a.y - b.y);
  const leave = ends.filter(({ k }) => k < last).sort((a, b) => a.x - b.x);
  const heights = apart(stay.map((end) => end.y));
  const fill = (look: DecayLook): string =>
    look === 'beads' ? 'var(--weight)' : look === 'band' ? 'var(--ink-soft)' : 'var(--ink)';
  stay.forEach((end, at) => {
    leader(drawn, [end.x + 3, end.y], [end.x + 11, heights[at]!]);
    draw(
      drawn,
      'text',
      { x: end.x + 14, y: heights[at]! + 4, 'text-anchor': 'start', ...bold, fill: fill(end.look) },
      end.label,
    );
  });
  // What leaves is named beside its last point, one above the other where two leave together.
  leave.forEach((end, at) => {
    const down = end.y > height / 2;
    const [before, after] = [leave.slice(0, at), leave.slice(at + 1)].map(
      (others) => others.filter(({ x, y }) => Math.abs(x - end.x) < room && y > height / 2 === down).length,
    ) as [number, number];
    draw(
      drawn,
      'text',
      {
        x: end.x + 8,
        y: down ? height - margin.bottom - 8 - pitch * after : margin.top + 12 + pitch * before,
        'text-anchor': 'start',
        ...bold,
        fill: fill(end.look),
      },
      `${end.label} ${down ? '↓' : '↑'}`,
    );
  });
  nameAcross(drawn, xLabel, { left: margin.left, right: width - margin.right, bottom: height });
  const late = chosen > last / 2;
  draw(
    drawn,
    'text',
    {
      x: x(chosen) + (late ? 5 : -5),
      y: 12,
      'text-anchor': late ? 'end' : 'start',
      'font-size': 11,
      'font-weight': 600,
      fill: 'var(--ink)',
    },
    `distance ${chosen}`,
  );

  const wide = x(1) - x(0);
  for (let k = 0; k <= last; k++)
    draw(drawn, 'rect', { 'data-step': String(k), x: x(k) - wide / 2, y: 0, width: wide, height, fill: 'transparent' });
  return drawn;
}

/** Moves heights, in rising order, until neighbours stand a line apart. */
function apart(given: readonly number[]): number[] {
  const heights = [...given];
  for (let round = 0; round < 60; round++)
    for (let i = 1; i < heights.length; i++) {
      const lacking = pitch - (heights[i]! - heights[i - 1]!);
      if (lacking <= 0) continue;
      heights[i - 1]! -= lacking / 2;
      heights[i]! += lacking / 2;
    }
  return heights;
}
