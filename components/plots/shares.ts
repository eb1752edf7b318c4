import { axisX, axisY, dot, line, plot, ruleX, ruleY, text } from './plot.ts';
import type { Spread } from './spread.ts';
import type { Surface } from './surface.ts';
import { draw } from './svg.ts';

/** The share of one thing in each group: the mean of several runs, and how far they lie apart. */
export interface ShareLine extends Spread {
  readonly look: keyof typeof looks;
  /** Written at one of its points, counted from 0. */
  readonly label: { readonly text: string; readonly at: number; readonly side: 'above' | 'below' };
}

export interface Shares {
  readonly groups: readonly string[];
  readonly xLabel: string;
  readonly chosen: number;
  readonly lines: readonly ShareLine[];
}

const looks = {
  strong: { stroke: 'var(--weight)', strokeWidth: 2 },
  middle: { stroke: 'var(--weight)', strokeWidth: 1.75, strokeDasharray: '2 3' },
  faint: { stroke: 'var(--ink)', strokeWidth: 1.75, strokeDasharray: '6 4' },
  faintest: { stroke: 'var(--ink-soft)', strokeWidth: 1.75, strokeDasharray: '1 4' },
} as const;
const soft = { fontSize: 11, fill: 'var(--ink-soft)' };
const height = 260;
const margin = { left: 46, right: 16, top: 18, bottom: 46 };

/**
 * Shares from 0 to 1 by group: a line through the means, and at each a band from the lowest run to the highest.
 * Over every group lies a column with `data-step`, counted from 0, to point at.
 */
export function shares({ groups, xLabel, chosen, lines }: Shares, { document, width }: Surface): SVGSVGElement {
  const at = [...groups.keys()];
  const svg = plot({
    document,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: 'none', fontFamily: 'var(--sans)', overflow: 'visible' },
    x: { type: 'linear', domain: [-0.5, groups.length - 0.5] },
    y: { type: 'linear', domain: [0, 1] },
    marks: [
      ruleY([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--rule)' }),
      axisY([0, 0.25, 0.5, 0.75, 1], {
        label: null,
        tickSize: 0,
        tickFormat: (share: number) => `${100 * share} %`,
        ...soft,
      }),
      axisX(at, { label: null, tickSize: 0, tickFormat: (group: number) => groups[group]!, ...soft }),
      text([xLabel], { frameAnchor: 'bottom-right', dy: 36, textAnchor: 'end', ...soft }),
      ruleX([chosen], { stroke: 'var(--ink)', strokeWidth: 1 }),
      ...lines.map(({ look, lowest, highest }) =>
        ruleX(at, {
          x: (group: number) => group,
          y1: (group: number) => lowest[group]!,
          y2: (group: number) => highest[group]!,
          stroke: looks[look].stroke,
          strokeOpacity: 0.3,
          strokeWidth: 12,
        }),
      ),
      ...lines.flatMap(({ look, means, label }) => [
        line(
          at.map((group) => [group, means[group]!] as const),
          looks[look],
        ),
        dot(at, {
          x: (group: number) => group,
          y: (group: number) => means[group]!,
          r: 3.5,
          fill: look === 'strong' ? looks.strong.stroke : 'var(--paper)',
          stroke: look === 'strong' ? 'var(--paper)' : looks[look].stroke,
        }),
        text([label.text], {
          x: label.at,
          y: means[label.at]!,
          dx: 14,
          dy: label.side === 'above' ? -14 : 14,
          textAnchor: 'start',
          fontSize: 12,
          fill: looks[look].stroke,
          stroke: 'var(--paper)',
          strokeWidth: 3,
        }),
      ]),
    ],
  });
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  const column = (width - margin.left - margin.right) / groups.length;
  for (const group of at)
    draw(svg, 'rect', {
      x: margin.left + group * column,
      y: 0,
      width: column,
      height,
      fill: 'transparent',
      'data-step': group,
    });
  return svg;
}
