import { showNumber } from './number.ts';
import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** Scores of a sentence with itself, as points: across what one asks of the other, up what it is asked. */
export interface BothWays {
  /** `(n, n)`, row-major, row = query. */
  readonly scores: ArrayLike<number>;
  readonly n: number;
}

const margin = { left: 40, right: 12, top: 14, bottom: 40 };
const soft = { 'font-size': 11, fill: 'var(--ink-soft)', 'font-variant-numeric': 'tabular-nums' };

/** Steps that a reader counts in: 1, 2 or 5 times a power of ten, about five of them. */
function stepOf(span: number): number {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((times) => times * power >= rough)!;
}

/** Both axes run over the same numbers, those of all scores, so that the line of symmetry is the diagonal. */
function scaleOf({ scores }: BothWays) {
  const all = Array.from(scores);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const step = stepOf(Math.max(highest - lowest, 1e-6));
  const [from, to] = [Math.floor(lowest / step), Math.max(Math.ceil(highest / step), Math.floor(lowest / step) + 1)];
  return {
    from: from * step,
    to: to * step,
    step,
    ticks: Array.from({ length: to - from + 1 }, (_, tick) => (from + tick) * step),
  };
}

/**
 * Every pair as a dot: x is the score of query i with key j, y that of query j with key i.
 * Dots on the diagonal ask each other as much as they are asked. Dots carry `data-query`
 * and `data-key`, counted from 0; a word with itself is hollow.
 */
export function bothWays(data: BothWays, surface: Surface): SVGSVGElement {
  const { scores, n } = data;
  const side = Math.min(surface.width, 460);
  const svg = drawing({ ...surface, width: side }, side);
  const { from, to, step, ticks } = scaleOf(data);
  const share = (score: number): number => (score - from) / (to - from);
  const x = (score: number): number => margin.left + share(score) * (side - margin.left - margin.right);
  const y = (score: number): number => side - margin.bottom - share(score) * (side - margin.top - margin.bottom);
  const decimals = step < 1 ? 1 : 0;

  for (const tick of ticks) {
    const stroke = tick === 0 ? 'color-mix(in oklab, var(--ink-soft) 60%, var(--rule))' : 'var(--rule)';
    draw(svg, 'path', {
      d: `M${x(tick).toFixed(1)} ${y(from).toFixed(1)}V${y(to).toFixed(1)}M${x(from).toFixed(1)} ${y(tick).toFixed(1)}H${x(to).toFixed(1)}`,
      stroke,
      'stroke-width': tick === 0 ? 1 : 0.6,
      fill: 'none',
    });
    draw(
      svg,
      'text',
      { x: x(tick), y: side - margin.bottom + 15, 'text-anchor': 'middle', ...soft },
      showNumber(tick, decimals),
    );
    draw(
      svg,
      'text',
      { x: margin.left - 6, y: y(tick) + 4, 'text-anchor': 'end', ...soft },
      showNumber(tick, decimals),
    );
  }
  draw(svg, 'path', {
    class: 'symmetry',
    d: `M${x(from).toFixed(1)} ${y(from).toFixed(1)}L${x(to).toFixed(1)} ${y(to).toFixed(1)}`,
    stroke: 'var(--ink)',
    'stroke-width': 1.25,
    'stroke-dasharray': '5 4',
    fill: 'none',
  });
  draw(svg, 'text', { x: x(to), y: side - 7, 'text-anchor': 'end', ...soft }, 'asks the other →');
  draw(
    svg,
    'text',
    { transform: `translate(11 ${margin.top}) rotate(-90)`, 'text-anchor': 'end', ...soft },
    'is asked by it →',
  );

  const radius = n > 12 ? 3 : 4.5;
  for (let query = 0; query < n; query++)
    for (let key = 0; key < n; key++)
      draw(svg, 'circle', {
        'data-query': query,
        'data-key': key,
        cx: x(scores[query * n + key]!),
        cy: y(scores[key * n + query]!),
        r: radius,
        ...(query === key
          ? { fill: 'var(--paper)', stroke: 'var(--ink-soft)' }
          : { fill: 'color-mix(in oklab, var(--ink) 55%, transparent)', stroke: 'var(--paper)' }),
        'stroke-width': 1,
      });
  return svg;
}

/** Points out one pair, with what it asks and is asked, and its mirror image, in place of those before. */
export function frameDot(svg: SVGSVGElement, query: number, key: number): void {
  for (const old of svg.querySelectorAll('.chosen-dot')) old.remove();
  const at = (row: number, column: number) => {
    const dot = svg.querySelector(`circle[data-query="${row}"][data-key="${column}"]`);
    return (
      dot && { x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')), r: Number(dot.getAttribute('r')) }
    );
  };
  const [dot, mirror] = [at(query, key), at(key, query)];
  if (!dot || !mirror) return;
  const group = draw(svg, 'g', { class: 'chosen-dot', 'pointer-events': 'none' });
  const base = Number(svg.getAttribute('height')) - margin.bottom;
  draw(group, 'path', { d: `M${dot.x} ${base}V${dot.y}`, stroke: 'var(--query)', 'stroke-width': 1.5 });
  draw(group, 'path', {
    d: `M${margin.left} ${dot.y}H${dot.x}`,
    stroke: 'var(--key)',
    'stroke-width': 1.5,
    'stroke-dasharray': '4 3',
  });
  if (query !== key)
    draw(group, 'circle', {
      cx: mirror.x,
      cy: mirror.y,
      r: dot.r + 2,
      fill: 'none',
      stroke: 'var(--ink)',
      'stroke-width': 1.5,
      'stroke-dasharray': '2 2',
    });
  draw(group, 'circle', {
    cx: dot.x,
    cy: dot.y,
    r: dot.r + 2,
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    'stroke-width': 1.5,
  });
}
