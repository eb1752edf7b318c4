import { crossOut } from './cross-out.ts';
import { axisX, axisY, cell, plot, text } from './plot.ts';
import type { Surface } from './surface.ts';
import { fitText, textWidth } from './text-width.ts';
import { heatColour, heatInk, showWeight } from './weight.ts';

/** How a number becomes a cell. */
export interface Paint {
  colour(value: number, max: number): string;
  /** The colour of the number in it. */
  ink(value: number, max: number): string;
  show(value: number): string;
}

export interface Heatmap {
  /** One label a row (the queries) and one a column (the keys). */
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  /** Attention weights, or what `paint` is for, row by row: `weights[query * keys.length + key]`. */
  readonly weights: ArrayLike<number>;
  /** What each row adds up to, printed at its end. */
  readonly sums?: readonly number[] | undefined;
  /** The weight that takes the strongest colour: the largest shown, shared by maps side by side. */
  readonly max: number;
  /** 1 for each cell whose query may attend to its key, 0 for each to be crossed out. */
  readonly allowed?: ArrayLike<number> | undefined;
  readonly paint?: Paint | undefined;
  /** Labels of a map beside it: both keep the room that the longer ones need, and so have cells of one size. */
  readonly beside?: readonly string[] | undefined;
}

const weightPaint: Paint = {
  colour: heatColour,
  ink: heatInk,
  show: (weight) => showWeight(weight).replace('0.', '.'),
};

/** Below this many pixels a cell has no room for its number. */
const roomForNumber = 25;
const labelSize = 13;
/** The smallest that is read with ease. Where cells are narrower, every second or third word stands for its neighbours too. */
const smallest = 10;
/** Below this many pixels a cell is narrower than a slanted label is high. */
const roomForSlant = 20;
const right = 44;
const bottom = 26;

/** The widest that a label is set, in em. */
const widest = 6.6;

const widestOf = (labels: readonly string[]): number =>
  Math.max(...labels.map((label) => Math.min(widest, textWidth(label))));

function layoutOf({ queries, keys, beside = [] }: Heatmap, width: number) {
  const left = Math.round(Math.min(width * 0.3, Math.max(54, 14 + widestOf([...queries, ...beside]) * labelSize)));
  const side = Math.min(64, Math.max(4, (width - left - right) / keys.length));
  const isDense = side < roomForSlant;
  const label = isDense ? Math.min(labelSize, Math.max(smallest, side * 0.75)) : labelSize;
  const every = Math.ceil(label / side);
  const isNamed = (at: number): boolean => at % every === 0;
  const slant = isDense ? -65 : -40;
  const top = Math.round(30 + widestOf([...keys, ...beside]) * label * (isDense ? 0.93 : 0.69));
  const whole = left + side * keys.length + right;
  // A slanted label ends within the drawing: the last ones have the least room.
  const across = Math.cos((slant * Math.PI) / 180) * label;
  return {
    left,
    top,
    side,
    label,
    slant,
    width: whole,
    height: top + side * queries.length + bottom,
    ofRow: (query: number) => (isNamed(query) ? fitText(queries[query]!, Math.min(widest, (left - 8) / label)) : ''),
    ofColumn: (key: number) =>
      isNamed(key) ? fitText(keys[key]!, Math.min(widest, (whole - left - side * (key + 0.5)) / across)) : '',
  };
}

/**
 * An attention map: row = query, column = key, darker = higher (lighter on a dark page),
 * each row's sum at its end. Cells carry `data-query` and `data-key`, labels `data-row` or `data-column`, counted from 0.
 */
export function heatmap(data: Heatmap, { document, width }: Surface): SVGSVGElement {
  const { queries, keys, weights, max, sums, allowed, paint = weightPaint } = data;
  const layout = layoutOf(data, width);
  const cells = queries.flatMap((_, query) =>
    keys.map((_, key) => ({ query, key, weight: weights[query * keys.length + key]! })),
  );
  const small = { fontSize: 11, fill: 'var(--ink-soft)' };
  const svg = plot({
    document,
    width: layout.width,
    height: layout.height,
    marginLeft: layout.left,
    marginTop: layout.top,
    marginRight: right,
    marginBottom: bottom,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { domain: keys.map((_, key) => key), padding: 0.06 },
    y: { domain: queries.map((_, query) => query), padding: 0.06 },
    color: { type: 'identity' },
    marks: [
      cell(cells, { x: 'key', y: 'query', fill: ({ weight }) => paint.colour(weight, max), rx: 1.5 }),
      layout.side < roomForNumber
        ? null
        : text(
            cells.filter((_, index) => allowed?.[index] !== 0),
            {
              x: 'key',
              y: 'query',
              text: ({ weight }) => paint.show(weight),
              fill: ({ weight }) => paint.ink(weight, max),
              fontSize: Math.max(10, Math.min(13, layout.side * 0.36)),
              fontVariant: 'tabular-nums',
            },
          ),
      axisX({
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickPadding: 6,
        tickFormat: layout.ofColumn,
        tickRotate: layout.slant,
        textAnchor: 'start',
        fontSize: layout.label,
      }),
      axisY({
        label: null,
        tickSize: 0,
        tickPadding: 6,
        tickFormat: layout.ofRow,
        fontSize: layout.label,
      }),
      text(sums ?? [], {
        y: (_, query) => query,
        text: (sum: number) => sum.toFixed(2),
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 6,
        fontVariant: 'tabular-nums',
        ...small,
      }),
      text(sums ? ['Σ row'] : [], { frameAnchor: 'bottom-right', textAnchor: 'start', dx: 6, dy: 18, ...small }),
      text(['key →'], { frameAnchor: 'bottom-left', textAnchor: 'start', dx: 2, dy: 20, ...small, fill: 'var(--key)' }),
      text(['query ↓'], {
        frameAnchor: 'top-left',
        textAnchor: 'end',
        dx: -6,
        dy: -10,
        ...small,
        fill: 'var(--query)',
      }),
    ],
  }) as SVGSVGElement;
  const prepared = prepare(svg, cells);
  return allowed ? crossOut(prepared, allowed) : prepared;
}

/** Takes off what accessibility checks refuse, and ties each cell to its pair, each label to its row or column. */
function prepare(svg: SVGSVGElement, cells: readonly { query: number; key: number }[]): SVGSVGElement {
  for (const group of svg.querySelectorAll('g[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label')!);
    group.removeAttribute('aria-label');
  }
  svg.querySelectorAll('g[data-mark="cell"] rect').forEach((rect, index) => {
    rect.setAttribute('data-query', String(cells[index]!.query));
    rect.setAttribute('data-key', String(cells[index]!.key));
  });
  for (const [axis, name] of [
    ['y', 'data-row'],
    ['x', 'data-column'],
  ] as const)
    svg
      .querySelectorAll(`g[data-mark="${axis}-axis tick label"] text`)
      .forEach((label, index) => (label.textContent === '' ? label.remove() : label.setAttribute(name, String(index))));
  return svg;
}
