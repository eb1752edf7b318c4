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

/** Where black and white read equally well on a scale, as a share of it: on a light page, on a dark one. */
export interface Turn {
  readonly light: number;
  readonly dark: number;
}

/** Black or white, whichever reads better on a scale's colour. */
export function inkOn(share: number, turn: Turn): string {
  return `light-dark(${share > turn.light ? '#fff' : '#000'}, ${share > turn.dark ? '#000' : '#fff'})`;
}

/** The colour of text that stands on the colour of a weight: at least 4.5 to 1 against it, everywhere on the scale. */
export function heatInk(weight: number, max: number): string {
  return inkOn(max > 0 ? weight / max : 0, { light: 0.58, dark: 0.49 });
}
