import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';
import { heatColour } from './weight.ts';

/** One query's weights, and how far each would move with its own score. */
export interface WeightSlopes {
  /** One a key. */
  readonly labels: readonly string[];
  readonly weights: ArrayLike<number>;
  /** ∂a/∂s of each key's weight along its own score, at most ¼. */
  readonly slopes: ArrayLike<number>;
  /** The same row another way, as outlines. */
  readonly beside?: { readonly weights: ArrayLike<number>; readonly slopes: ArrayLike<number> } | undefined;
}

const [up, down, left, top] = [130, 64, 40, 20];
const letter = 6.2;

/**
 * A row of attention weights as bars that rise, from 0 to 1, and under each key its slope as
 * a bar that hangs, from 0 to ¼: where nothing hangs, a gradient finds nothing to pull.
 */
export function weightSlopes({ labels, weights, slopes, beside }: WeightSlopes, surface: Surface): SVGSVGElement {
  const across = surface.width - left - 4;
  const pitch = across / labels.length;
  const longest = Math.max(...labels.map((label) => [...label].length));
  const turned = longest * letter > pitch - 2;
  const band = turned ? Math.ceil(longest * letter * 0.75) + 14 : 20;
  const floor = top + up;
  const ceiling = floor + band;
  const svg = drawing(surface, ceiling + down + 18);
  const soft = { 'font-size': 11, fill: 'var(--ink-soft)' };

  for (const [y, label] of [
    [top, '1'],
    [top + up / 2, '0.5'],
    [floor, '0'],
    [ceiling, '0'],
    [ceiling + down, '0.25'],
  ] as const) {
    draw(svg, 'path', { d: `M${left} ${y}h${across}`, stroke: label === '0' ? 'var(--ink-soft)' : 'var(--rule)' });
    draw(svg, 'text', { x: left - 6, y: y + 4, 'text-anchor': 'end', ...soft }, label);
  }
  draw(svg, 'text', { x: left, y: 11, ...soft }, 'weight ↑');
  draw(svg, 'text', { x: left, y: ceiling + down + 14, ...soft }, 'slope ↓ how far a weight moves with its score');

  labels.forEach((label, key) => {
    const [x, width] = [left + key * pitch + 1.5, Math.max(1, pitch - 3)];
    const bars = (
      of: { readonly weights: ArrayLike<number>; readonly slopes: ArrayLike<number> },
      paint: (weight: number) => Record<string, string | number>,
    ): void => {
      const [rise, hang] = [of.weights[key]! * up, of.slopes[key]! * 4 * down];
      draw(svg, 'rect', { x, y: floor - rise, width, height: rise, ...paint(of.weights[key]!) });
      draw(svg, 'rect', { x, y: ceiling, width, height: hang, ...paint(of.weights[key]!) });
    };
    bars({ weights, slopes }, (weight) => ({ fill: heatColour(1 / 3 + (weight * 2) / 3, 1), 'data-key': key }));
    if (beside)
      bars(beside, () => ({ fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1, 'stroke-dasharray': '3 2' }));
    const middle = x + width / 2;
    const place: Record<string, string | number> = turned
      ? { transform: `translate(${middle.toFixed(1)} ${floor + 11}) rotate(-48)`, 'text-anchor': 'end' }
      : { x: middle, y: floor + 14, 'text-anchor': 'middle' };
    draw(svg, 'text', { ...place, 'font-size': 11 }, label);
  });
  return svg;
}
