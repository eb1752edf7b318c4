import type { Surface } from './surface.ts';
import { draw, drawing } from './svg.ts';

/** Where a word stands, in em of its own size, from the left and the top of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One arc: its two ends, how high its ends are pulled towards, and its thickness, in em. */
export interface Arc {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly pull: number;
  readonly thickness: number;
}

/** Em across an arc of weight 1; below the faintest weight an arc would be a hair. */
const thickest = 0.72;
const faintest = 0.015;

const middle = ({ x, width }: Box): number => x + width / 2;
const isAbove = (a: Box, b: Box): boolean => a.y + a.height / 2 < b.y;

/**
 * Arcs from one word to those that it looks at, each as thick as its weight: over words of its own
 * line, and through the space between lines to those of another.
 *
 * @param weights One a word; the word's own weight has no arc, and stands at nothing.
 */
export function arcsOf(boxes: readonly Box[], from: number, weights: ArrayLike<number>): Arc[] {
  const start = boxes[from]!;
  const above = boxes.filter((box) => isAbove(box, start)).map(({ y, height }) => y + height);
  const room = start.y - Math.max(0, ...above);
  return boxes.map((box, key) => {
    const weight = weights[key]!;
    const thickness = key === from || weight < faintest ? 0 : weight * thickest;
    const [left, right] = [middle(start), middle(box)];
    if (isAbove(start, box) || isAbove(box, start)) {
      const [y1, y2] = isAbove(start, box) ? [start.y + start.height, box.y] : [start.y, box.y + box.height];
      return { from: [left, y1], to: [right, y2], pull: (y1 + y2) / 2, thickness };
    }
    const rise = Math.min(room - thickness / 2, 0.35 + 0.2 * Math.abs(right - left));
    // A curve passes three quarters of the way to where its ends are pulled.
    return { from: [left, start.y], to: [right, start.y], pull: start.y - (rise * 4) / 3, thickness };
  });
}

/** What is seen on the way from some arcs to others, word by word: `share` 0 is the first, 1 the second. */
export function between(before: readonly Arc[], after: readonly Arc[], share: number): Arc[] {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const none = (arc: Arc): Arc => ({ ...arc, to: arc.from, thickness: 0 });
  return Array.from({ length: Math.max(before.length, after.length) }, (_, key) => {
    const [a, b] = [before[key] ?? none(after[key]!), after[key] ?? none(before[key]!)];
    return {
      from: [mix(a.from[0], b.from[0]), mix(a.from[1], b.from[1])],
      to: [mix(a.to[0], b.to[0]), mix(a.to[1], b.to[1])],
      pull: mix(a.pull, b.pull),
      thickness: mix(a.thickness, b.thickness),
    };
  });
}

/** Of the drawing in an em. */
const unit = 100;

/** Arcs over a line of words, in em, so that they keep their place at any size of the words. */
export function arcs(all: readonly Arc[], height: number, { document, width }: Surface): SVGSVGElement {
  const svg = drawing({ document, width: width * unit }, height * unit);
  // Its em is that of the words that it stands over.
  svg.removeAttribute('font-size');
  svg.setAttribute('class', 'arcs');
  svg.setAttribute('width', `${width.toFixed(2)}em`);
  svg.setAttribute('height', `${height.toFixed(2)}em`);
  svg.setAttribute('fill', 'none');
  const at = (value: number): number => Math.round(value * unit);
  for (const [key, { from, to, pull, thickness }] of all.entries())
    if (thickness > 0)
      draw(svg, 'path', {
        d: `M${at(from[0])},${at(from[1])}C${at(from[0])},${at(pull)} ${at(to[0])},${at(pull)} ${at(to[0])},${at(to[1])}`,
        'stroke-width': thickness * unit,
        'data-key': key,
      });
  return svg;
}
