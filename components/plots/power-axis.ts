import { axisY, ruleY } from './plot.ts';

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
