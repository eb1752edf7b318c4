import { showAny } from './scientific.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** What is held after a tile. */
export interface RunningStop {
  readonly max: number;
  readonly rescale: number;
  readonly sum: number;
  readonly output: number;
  /** Σ exp(score) so far, without the shift by the maximum. */
  readonly unshifted: number;
}

/** One row of scores, read tile by tile. */
export interface RunningRow {
  /** One a key; −∞ where masked. */
  readonly scores: readonly number[];
  readonly values: readonly number[];
  /** Keys of a tile. */
  readonly tile: number;
  readonly stops: readonly RunningStop[];
  /** Which stop the reader stands at, counted from 0. */
  readonly chosen: number;
}

const [left, top, tall, line] = [72, 20, 96, 21];
const soft = { fill: 'var(--ink-soft)', 'font-size': 11 };
const traced = [
  { name: 'max', of: ({ max }: RunningStop) => showAny(max, 1) },
  // The factor has nothing to work on while nothing is held.
  {
    name: '× rescale',
    of: ({ rescale }: RunningStop, before?: RunningStop) => (before && before.sum > 0 ? showAny(rescale) : '–'),
  },
  { name: 'sum', of: ({ sum }: RunningStop) => showAny(sum) },
  { name: 'output', of: ({ output }: RunningStop) => showAny(output) },
  { name: 'naive Σeˢ', of: ({ unshifted }: RunningStop) => showAny(unshifted, 1) },
] as const;

/**
 * A row of scores as bars with the running maximum as a stair over them; below, one column
 * a tile, what is held once that tile is read. The chosen column is framed, what comes after
 * it is faint. A column carries `data-stop`.
 */
export function runningRow({ scores, values, tile, stops, chosen }: RunningRow, surface: Surface): SVGSVGElement {
  const pitch = (surface.width - left - 2) / scores.length;
  const finite = scores.filter((score) => score > -Infinity);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const y = (score: number): number => top + ((high - score) / (high - low || 1)) * tall;
  const keys = top + tall + 20;
  const table = keys + 3 * line + 8;
  const height = table + traced.length * line + 6;
  const svg = drawing(surface, height);
  const rightEnd = { x: left - 8, 'text-anchor': 'end', ...soft };

  draw(svg, 'text', { ...rightEnd, y: 11 }, 'score ↑');
  draw(svg, 'path', { d: `M${left} ${y(0).toFixed(1)}H${surface.width - 2}`, stroke: 'var(--ink-soft)' });
  ['key', 'score', 'value'].forEach((name, row) => draw(svg, 'text', { ...rightEnd, y: keys + row * line }, name));
  traced.forEach(({ name }, row) =>
    draw(
      svg,
      'text',
      { ...rightEnd, y: table + row * line + 10, ...(name === 'output' && { fill: 'var(--ink)', 'font-weight': 600 }) },
      name,
    ),
  );

  stops.forEach((stop, at) => {
    const [first, count] = [at * tile, Math.min(tile, scores.length - at * tile)];
    const [x, width] = [left + first * pitch, count * pitch];
    const column = draw(svg, 'g', { 'data-stop': at });
    const read = at <= chosen;
    // Faint as ink, not by opacity: what is still to come must be legible too.
    const ink = (colour: string): string => (read ? colour : 'var(--ink-soft)');
    const box = { x: x + 1, width: width - 2, rx: 3 };
    draw(column, 'rect', {
      ...box,
      y: 2,
      height: height - 4,
      fill: at === chosen ? 'var(--wash)' : 'transparent',
      stroke: at === chosen ? 'var(--ink)' : 'var(--rule)',
      'stroke-width': at === chosen ? 1.5 : 1,
    });
    for (let key = first; key < first + count; key++) {
      const score = scores[key]!;
      const middle = { x: left + (key + 0.5) * pitch, 'text-anchor': 'middle', 'font-size': 11 };
      if (score > -Infinity)
        draw(column, 'rect', {
          x: left + key * pitch + pitch * 0.2,
          width: pitch * 0.6,
          y: Math.min(y(score), y(0)),
          height: Math.abs(y(score) - y(0)),
          fill: 'var(--weight)',
          'fill-opacity': read ? 0.6 : 0.2,
        });
      draw(column, 'text', { ...middle, y: keys, fill: ink('var(--key)') }, String(key + 1));
      draw(column, 'text', { ...middle, y: keys + line, fill: ink('var(--ink)') }, showAny(score, 1));
      draw(column, 'text', { ...middle, y: keys + 2 * line, fill: ink('var(--value)') }, showAny(values[key]!, 0));
    }
    draw(column, 'path', {
      d: `M${(x + 5).toFixed(1)} ${table - 8}h${(width - 10).toFixed(1)}`,
      stroke: 'var(--rule)',
    });
    traced.forEach(({ name, of }, row) => {
      const isSoft = name === '× rescale' || name === 'naive Σeˢ';
      draw(
        column,
        'text',
        {
          x: x + width / 2,
          y: table + row * line + 10,
          'text-anchor': 'middle',
          'font-size': 11,
          fill: isSoft ? 'var(--ink-soft)' : ink('var(--ink)'),
          ...(name === 'output' && read && { 'font-weight': 600 }),
        },
        of(stop, stops[at - 1]),
      );
    });
    if (stop.max === -Infinity) return;
    const before = stops[at - 1]?.max ?? -Infinity;
    const rise = before > -Infinity && before !== stop.max ? `V${y(before).toFixed(1)}` : '';
    draw(column, 'path', {
      d: `M${(x + width).toFixed(1)} ${y(stop.max).toFixed(1)}H${x.toFixed(1)}${rise}`,
      fill: 'none',
      stroke: ink('var(--ink)'),
      'stroke-width': read ? 2 : 1,
    });
    if (stop.max !== before)
      draw(
        column,
        'text',
        { x: x + 5, y: Math.max(12, y(stop.max) - 5), 'font-size': 11, 'font-weight': 600, fill: ink('var(--ink)') },
        pitch * count > 60 ? 'max' : '',
      );
  });
  return svg;
}
