import { axisX, dot, line, plot } from './plot.ts';
import { leader, nameAcross, powerAxis } from './power-axis.ts';
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
interface Look {
  readonly symbol: 'circle' | 'diamond' | 'star' | 'triangle' | 'square' | 'times';
  /** Radius of a disc of the same area; default 4. */
  readonly size?: number;
  readonly filled: boolean;
  readonly line: { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string };
}
const marks = {
  disc: { symbol: 'circle', size: 3.5, filled: true, line: { stroke: 'var(--weight)', strokeWidth: 2.25 } },
  diamond: { symbol: 'diamond', filled: true, line: { ...ink, strokeDasharray: '7 4' } },
  star: { symbol: 'star', size: 3, filled: true, line: { stroke: 'var(--signed-minus)', strokeWidth: 2 } },
  triangle: { symbol: 'triangle', filled: false, line: { ...ink, strokeDasharray: '2 3' } },
  square: { symbol: 'square', filled: false, line: { ...ink, strokeDasharray: '9 3 2 3' } },
  cross: { symbol: 'times', filled: false, line: ink },
} as const satisfies Record<string, Look>;

const height = 360;
const margin = { left: 52, right: 92, top: 14, bottom: 42 };
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
/** Room that a label takes, in pixels: its height, what a letter is wide at most, and the gap between its end and it. */
const room = { height: 15, letter: 6.6, gap: 14 };

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
      ...powerAxis(ticks),
      axisX(named, { label: null, tickSize: 5, tickFormat: showWhole, ...soft, stroke: 'var(--ink-soft)' }),
      ...shown.flatMap(({ theory }) =>
        theory
          ? [
              line(theory, {
                stroke: 'color-mix(in oklab, var(--ink) 13%, transparent)',
                strokeWidth: 7,
                strokeLinecap: 'butt',
              }),
            ]
          : [],
      ),
      ...shown.map(({ mark, points, fitted }) => line(fitted ?? points, marks[mark].line)),
      ...shown.map(({ mark, points }) => {
        const { symbol, size = 4, filled, line: look }: Look = marks[mark];
        return dot(points, {
          symbol,
          r: size,
          stroke: look.stroke,
          strokeWidth: 1.5,
          fill: filled ? look.stroke : symbol === 'times' ? 'none' : 'var(--paper)',
        });
      }),
    ],
  }) as SVGSVGElement & { scale(name: string): { apply(value: number): number } };
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  nameAcross(drawn, 'positions, n', { left: margin.left, right: width - margin.right, bottom: height });

  const [x, y] = [drawn.scale('x').apply, drawn.scale('y').apply];
  const spot = ([n, value]: At): Spot => ({ x: x(n), y: y(value) });
  const ends = shown.map(({ points, label, mark }) => ({ label, mark, ...spot(points.at(-1)!) }));
  const dots = shown.flatMap(({ points }) => points.map(spot));
  const strokes = shown.flatMap(({ points, fitted = points }) => {
    const corners = fitted.map(spot);
    return corners.slice(1).flatMap((corner, i) => between(corners[i]!, corner));
  });
  for (const { end, label } of placed(ends, dots, strokes, width)) {
    leader(drawn, [end.x + 6, end.y], [label.x - 3, label.y]);
    draw(
      drawn,
      'text',
      {
        x: label.x,
        y: label.y + 4,
        'text-anchor': 'start',
        'font-size': 12,
        'font-weight': 600,
        fill: marks[end.mark].line.stroke,
        stroke: 'var(--paper)',
        'stroke-width': 3,
        'paint-order': 'stroke',
      },
      end.label,
    );
  }
  return drawn;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface End extends Spot {
  readonly label: string;
  readonly mark: Mark;
}

interface Placed {
  readonly end: End;
  /** Where the label begins, at half its height. */
  readonly label: Spot;
}

/** Spots on the straight way from one to another, about as far apart as a letter is wide. */
function between(from: Spot, to: Spot): Spot[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / room.letter);
  return Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  });
}

const widthOf = (label: string): number => label.length * room.letter;

/** Whether a spot lies on a label, or nearer to it than the rim. */
const isOn = ({ end, label }: Placed, { x, y }: Spot, rim: number): boolean =>
  x > label.x - rim && x < label.x + widthOf(end.label) + rim && Math.abs(y - label.y) < room.height / 2 + rim;

/**
 * Labels to the right of their ends. Each takes the place with the lowest price, the topmost
 * first: a price of 1 for each pixel away from its end, more for what it would cover, and more
 * than any way for another label.
 */
function placed(
  ends: readonly End[],
  dots: readonly Spot[],
  strokes: readonly Spot[],
  width: number,
): readonly Placed[] {
  const done: Placed[] = [];
  const count = (spots: readonly Spot[], at: Placed, rim: number): number =>
    spots.filter((spot) => isOn(at, spot, rim)).length;
  const leader = ({ end, label }: Placed): Spot[] => between(end, label).slice(1, -1);
  const priceOf = (at: Placed): number => {
    const { end, label } = at;
    let price = 30 * count(dots, at, 4) + 6 * count(strokes, at, 0);
    for (const other of done) {
      const meets = label.x < other.label.x + widthOf(other.end.label) && other.label.x < label.x + widthOf(end.label);
      if (meets && Math.abs(label.y - other.label.y) < room.height) price += 1000;
      // Done from the top: above another that ends higher, it would cross that one's leader.
      if (meets && label.y < other.label.y) price += 35;
      price += 20 * (count(leader(at), other, 1) + count(leader(other), at, 1));
    }
    return price;
  };
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    let best: { at: Placed; price: number } | undefined;
    for (let right = room.gap; right === room.gap || end.x + right + widthOf(end.label) <= width; right += 8)
      for (let down = -120; down <= 120; down += 3) {
        const label = { x: end.x + right, y: end.y + down };
        const way = right + Math.abs(down);
        if (label.y < room.height / 2 || label.y > height - margin.bottom || (best && way >= best.price)) continue;
        const price = way + priceOf({ end, label });
        if (!best || price < best.price) best = { at: { end, label }, price };
      }
    if (best) done.push(best.at);
  }
  return done;
}
