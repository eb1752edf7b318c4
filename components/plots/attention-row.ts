import { axisX, axisY, plot, rect, ruleY, text } from './plot.ts';
import type { Surface } from './surface.ts';
import { heatColour } from './weight.ts';

export interface AttentionRow {
  /** One label a key. */
  readonly keys: readonly string[];
  /** One query's attention weights, one a key. */
  readonly weights: ArrayLike<number>;
  readonly max: number;
}

/** How many of the strongest keys are named. */
const named = 6;
const [height, marginLeft, marginTop] = [190, 36, 28];
const fontSize = 12;
/** How steeply the names rise, in degrees. */
const slant = 30;

/** One row of an attention map as bars, for maps too large to read cell by cell. */
export function attentionRow({ keys, weights, max }: AttentionRow, { document, width }: Surface): SVGSVGElement {
  const bars = keys.map((label, key) => ({ key, label, weight: weights[key]! }));
  const strongest = bars.toSorted((a, b) => b.weight - a.weight).slice(0, named);
  /** How far apart the slanted lines run on which two names stand, in pixels. */
  const apart = (a: (typeof bars)[number], b: (typeof bars)[number]): number => {
    const across = ((a.key - b.key) / keys.length) * (width - marginLeft);
    const down = ((b.weight - a.weight) / max) * (height - 2 * marginTop);
    const angle = (slant * Math.PI) / 180;
    return Math.abs(across * Math.sin(angle) + down * Math.cos(angle));
  };
  // Of two names that would stand on one another, the stronger.
  const legible = strongest.filter((bar, at) => strongest.slice(0, at).every((other) => apart(bar, other) >= fontSize));
  const svg = plot({
    document,
    width,
    height,
    marginLeft,
    marginTop,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    color: { type: 'identity' },
    x: { domain: [0, keys.length] },
    y: { domain: [0, max] },
    marks: [
      rect(bars, {
        x1: 'key',
        x2: ({ key }) => key + 1,
        y1: 0,
        y2: 'weight',
        fill: ({ weight }) => heatColour(max / 3 + (weight * 2) / 3, max),
        insetRight: 1,
      }),
      ruleY([0], { stroke: 'var(--ink-soft)' }),
      axisX({ label: 'key, in the order of the sentence', fontSize: 11, color: 'var(--ink-soft)' }),
      axisY({ label: 'weight', ticks: 4, fontSize: 11, color: 'var(--ink-soft)' }),
      text(legible, {
        x: ({ key }) => key + 0.5,
        y: 'weight',
        text: 'label',
        dy: -6,
        rotate: -slant,
        textAnchor: 'start',
        fontSize,
      }),
    ],
  }) as SVGSVGElement;
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return svg;
}
