import { axisX, axisY, dot, line, plot, ruleY, text } from './plot.ts';
import type { Surface } from './surface.ts';

/** How something went, step by step. */
export interface LearningCurve {
  /** The present run, and faint behind it another: step and value. */
  readonly points: readonly (readonly [step: number, value: number])[];
  readonly before: readonly (readonly [step: number, value: number])[];
  /** The end of the axis of steps. */
  readonly steps: number;
  /** The vertical axis: its ends, and the values named at it. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly show: (value: number) => string;
  /** What it would be without having learned, with its name. */
  readonly without: { readonly value: number; readonly label: string };
}

const height = 190;
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
const roundSteps = [10, 25, 50, 100, 250, 500];

/** A value against the steps of a training, with a dot where the run stands. */
export function learningCurve(
  { points, before, steps, domain, ticks, show, without }: LearningCurve,
  { document, width }: Surface,
): SVGSVGElement {
  const every = roundSteps.find((step) => steps / step <= 4) ?? steps;
  const named = Array.from({ length: Math.floor(steps / every) + 1 }, (_, at) => at * every);
  const svg = plot({
    document,
    width,
    height,
    marginLeft: 45,
    marginRight: 14,
    marginTop: 12,
    marginBottom: 40,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { type: 'linear', domain: [0, steps] },
    y: { type: 'linear', domain: [...domain], clamp: true },
    marks: [
      ruleY(ticks, { stroke: 'var(--rule)' }),
      axisY(ticks, { label: null, tickSize: 0, tickFormat: show, ...soft }),
      axisX(named, { label: null, tickSize: 4, tickFormat: String, ...soft, stroke: 'var(--ink-soft)' }),
      text(['steps'], { frameAnchor: 'bottom-right', dy: 34, textAnchor: 'end', ...soft }),
      ruleY([without.value], { stroke: 'var(--ink-soft)', strokeDasharray: '2 4' }),
      line(before, { stroke: 'var(--ink-soft)', strokeWidth: 1.25, strokeDasharray: '6 3' }),
      line(points, { stroke: 'var(--weight)', strokeWidth: 2 }),
      dot(points.slice(-1), { r: 4, fill: 'var(--weight)', stroke: 'var(--paper)' }),
      text([without.label], {
        x: steps,
        y: without.value,
        dy: ticks.some((tick) => tick > without.value && tick - without.value < domain[1] / 8) ? 9 : -8,
        textAnchor: 'end',
        ...soft,
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  });
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return svg;
}
