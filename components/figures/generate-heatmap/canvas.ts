import { heatColour } from '../../plots/weight.ts';

/** An attention map too large for a drawing of shapes, painted: one square a cell. */
export function paintHeatmap(
  n: number,
  weights: ArrayLike<number>,
  max: number,
  width: number,
  host: HTMLElement,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const side = Math.max(2, Math.floor(Math.min(width, 640) / n));
  canvas.width = canvas.height = side * n;
  const context = canvas.getContext('2d')!;
  const resolve = resolver(host);
  for (let query = 0; query < n; query++)
    for (let key = 0; key < n; key++) {
      context.fillStyle = resolve(heatColour(weights[query * n + key]!, max));
      context.fillRect(key * side, query * side, side, side);
    }
  return canvas;
}

/** A canvas knows nothing of the page's style sheet, so colours are read off an element first. */
function resolver(host: HTMLElement): (colour: string) => string {
  const probe = document.createElement('i');
  host.append(probe);
  const known = new Map<string, string>();
  queueMicrotask(() => probe.remove());
  return (colour) => {
    let resolved = known.get(colour);
    if (resolved === undefined) {
      probe.style.color = colour;
      resolved = getComputedStyle(probe).color;
      known.set(colour, resolved);
    }
    return resolved;
  };
}
