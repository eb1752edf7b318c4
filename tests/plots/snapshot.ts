import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import type { Surface } from '../../components/plots/surface.ts';

/** A page for plots to draw on. */
export function surface(width: number): Surface {
  return { document: parseHTML('<!doctype html><html><body></body></html>').document, width };
}

/**
 * Compares a drawing with the one in `snapshots/<name>.svg`, numbers rounded to three
 * decimals and one element a line. `npx vitest run -u` accepts a change; look at it first.
 */
export async function expectDrawing(svg: SVGSVGElement, name: string): Promise<void> {
  const drawing = svg.outerHTML
    .replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .replace(/>(?=<)/g, '>\n')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  await expect(`${drawing}\n`).toMatchFileSnapshot(`snapshots/${name}.svg`);
}
