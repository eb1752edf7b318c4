/** The parts of Observable Plot in use, by name: importing the whole namespace ships half again as much. */
export { axisX, axisY, cell, dot, line, plot, rect, ruleX, ruleY, text } from '@observablehq/plot';
