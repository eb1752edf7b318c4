import type { Surface } from './surface.ts';

export interface Links {
  /** How many points stand on the left (keys) and on the right (queries), evenly spread from top to bottom. */
  readonly keys: number;
  readonly queries: number;
  /** `weights[query * keys + key]`: what the line between them is worth, from 0 to 1. */
  readonly weights: ArrayLike<number>;
  /** Pixels across a line of weight 1. */
  readonly thickest: number;
}

/** Below this a line would be a hair. */
const faintest = 0.02;

/**
 * Lines from what is looked at, on the left, to what looks, on the right: the thicker,
 * the higher the weight. It has no size of its own but fills its box, so that its ends
 * meet two columns of words at any width. Lines carry `data-query` and `data-key`.
 */
export function links({ keys, queries, weights, thickest }: Links, { document, width }: Surface): SVGSVGElement {
  const make = <Name extends 'svg' | 'path'>(
    name: Name,
    attributes: Record<string, string | number>,
  ): SVGElementTagNameMap[Name] => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
    return made;
  };
  const height = 100;
  const svg = make('svg', {
    class: 'links',
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
    fill: 'none',
  });
  const at = (index: number, count: number): number => round(((index + 0.5) / count) * height);
  for (let query = 0; query < queries; query++)
    for (let key = 0; key < keys; key++) {
      const weight = weights[query * keys + key]!;
      if (weight < faintest) continue;
      const [from, to, bend] = [at(key, keys), at(query, queries), round(width / 2)];
      svg.append(
        make('path', {
          d: `M0,${from}C${bend},${from} ${bend},${to} ${width},${to}`,
          'stroke-width': round(Math.max(0.75, weight * thickest)),
          'vector-effect': 'non-scaling-stroke',
          'data-query': query,
          'data-key': key,
        }),
      );
    }
  return svg;
}

/** Lights the lines of one query, and lays them over the others. */
export function lightLinks(svg: SVGSVGElement, query: number): void {
  for (const line of [...svg.querySelectorAll('path')]) {
    const lit = line.getAttribute('data-query') === String(query);
    line.classList.toggle('lit', lit);
    if (lit) svg.append(line);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
