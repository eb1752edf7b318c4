import { axisY, ruleY } from './plot.ts';
import { draw } from './svg.ts';

/** The marks of a logarithmic axis upwards: a faint rule at each value, and its name in front. */
export function powerAxis(ticks: readonly (readonly [name: string, value: number])[]) {
  const values = ticks.map(([, value]) => value);
  return [
    ruleY(values, { stroke: 'var(--rule)' }),
    axisY(values, {
      label: null,
      tickSize: 0,
      tickFormat: (value: number) => ticks.find(([, tick]) => tick === value)![0],
      fontSize: 11,
      fill: 'var(--ink-soft)',
    }),
  ];
}

/** What an axis to the right is called, under its middle. */
export function nameAcross(
  svg: SVGSVGElement,
  name: string,
  { left, right, bottom }: { readonly left: number; readonly right: number; readonly bottom: number },
): void {
  const at = { x: (left + right) / 2, y: bottom - 4, 'text-anchor': 'middle' };
  draw(svg, 'text', { ...at, 'font-size': 11, fill: 'var(--ink-soft)' }, name);
}

/** The thin line from the end of a curve to the name that stands beside it. */
export function leader(
  svg: SVGSVGElement,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): void {
  const point = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  draw(svg, 'path', {
    d: `M${point(from)}L${point(to)}`,
    stroke: 'var(--ink-soft)',
    'stroke-width': 0.75,
    fill: 'none',
  });
}
