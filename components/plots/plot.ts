import { plot as plotOf, type PlotOptions } from '@observablehq/plot';

/** The parts of Observable Plot in use, by name: importing the whole namespace ships half again as much. */
export { axisX, axisY, cell, dot, line, rect, ruleX, ruleY, text } from '@observablehq/plot';

/**
 * A chart without the style sheet that Plot puts into each: a new one makes the browser go through the
 * whole page again, which on a long page takes longer than the chart. Its rules stand in frame.css.
 */
export function plot(options: PlotOptions): SVGSVGElement {
  const svg = plotOf(options) as SVGSVGElement;
  svg.querySelector('style')!.remove();
  return svg;
}
