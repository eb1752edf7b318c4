let pixel: CanvasRenderingContext2D | undefined;
const known = new Map<string, string>();

/** A canvas to measure text with, and to read colours from. */
export function pen(): CanvasRenderingContext2D {
  pixel ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;
  return pixel;
}

/** Any colour of the page as one that every program reads: `#rrggbb`, `rgba(…)`, or `none` where nothing is to be seen. */
export function plainColour(colour: string): string {
  if (colour === 'none' || colour.startsWith('url(')) return colour;
  const before = known.get(colour);
  if (before) return before;
  const one = pen();
  one.clearRect(0, 0, 1, 1);
  one.fillStyle = colour;
  one.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = one.getImageData(0, 0, 1, 1).data;
  const hex = `#${[r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
  const read = alpha === 255 ? hex : alpha === 0 ? 'none' : `rgba(${r}, ${g}, ${b}, ${(alpha! / 255).toFixed(3)})`;
  known.set(colour, read);
  return read;
}
