/**
 * The colour of a weight. The page's style sheet holds both ends of the scale, so one
 * drawing serves light, dark and print.
 */
export function heatColour(weight: number, max: number): string {
  const share = max > 0 ? Math.min(1, weight / max) : 0;
  return `color-mix(in oklab, var(--heat-high) ${(share * 100).toFixed(1)}%, var(--heat-low))`;
}

/** A weight as figures print it: two decimals, and never `0.00` for one that is not nothing. */
export function showWeight(weight: number): string {
  return weight > 0 && weight < 0.005 ? '<0.01' : weight.toFixed(2);
}
