const namespace = 'http://www.w3.org/2000/svg';

/** What the page's style sheets say of a shape, and a file of its own must say itself. */
const painted = ['fill', 'stroke', 'color', 'stop-color'] as const;
const plain = [
  'fill-opacity',
  'stroke-opacity',
  'opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
  'visibility',
  'display',
] as const;

const margin = 16;

let pixel: CanvasRenderingContext2D | undefined;
const known = new Map<string, string>();

/** Any colour of the page as one that every program reads: `#rrggbb`, or `rgba(…)`. */
function plainColour(colour: string): string {
  if (colour === 'none' || colour.startsWith('url(')) return colour;
  const before = known.get(colour);
  if (before) return before;
  pixel ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  const hex = `#${[r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
  const read = alpha === 255 ? hex : `rgba(${r}, ${g}, ${b}, ${(alpha! / 255).toFixed(3)})`;
  known.set(colour, read);
  return read;
}

/** Copies a drawing and what style sheets say of it. */
function standAlone(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  const style = getComputedStyle(original);
  for (const name of [
    'class',
    'style',
    'tabindex',
    'role',
    'aria-label',
    'aria-hidden',
    ...copy.getAttributeNames().filter((name) => name.startsWith('data-')),
  ])
    copy.removeAttribute(name);
  for (const name of painted) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, plainColour(value));
  }
  for (const name of plain) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'normal' && value !== 'auto') copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Element) copy.append(standAlone(child));
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/**
 * All that a figure draws in one SVG file that needs no page around it: each drawing where it
 * stands, the names of its parts, its title above, and where its numbers come from below.
 */
export function drawingOf(figure: HTMLElement, address: string): string {
  const drawings = [...figure.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')].filter(
    (element) => isShown(element) && !element.parentElement!.closest('svg, button, .controls, figcaption, .katex'),
  );
  const names = [...figure.querySelectorAll<HTMLElement>('.pane-title')].filter(isShown);
  const boxes = [...drawings, ...names].map((element) => element.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)) - margin;
  const top = Math.min(...boxes.map((box) => box.top)) - margin - 34;
  const width = Math.max(420, Math.max(...boxes.map((box) => box.right)) - left + margin);
  const height = Math.max(...boxes.map((box) => box.bottom)) - top + margin + 40;

  const page = getComputedStyle(document.body);
  const ink = plainColour(page.color);
  const file = make('svg', {
    width: Math.ceil(width),
    height: Math.ceil(height),
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    'font-family': getComputedStyle(figure).fontFamily,
    fill: ink,
  });
  file.append(make('rect', { width: '100%', height: '100%', fill: plainColour(page.backgroundColor) }));
  const title = figure.querySelector('.title')!.textContent!.trim();
  file.append(make('title', {}, title), make('text', { x: margin, y: 28, 'font-size': 15, 'font-weight': 650 }, title));

  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect();
    const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
    if (drawing instanceof HTMLCanvasElement) {
      file.append(make('image', { ...place, href: drawing.toDataURL() }));
      continue;
    }
    const copy = standAlone(drawing);
    for (const [name, value] of Object.entries({ ...place, overflow: 'visible' }))
      copy.setAttribute(name, String(value));
    file.append(copy);
  }
  for (const name of names) {
    const box = name.getBoundingClientRect();
    file.append(
      make(
        'text',
        { x: box.left - left, y: box.top - top + 14, 'font-size': 13, 'font-weight': 600 },
        name.textContent!.trim().replace(/\s+/g, ' '),
      ),
    );
  }
  const badge = figure.querySelector<HTMLElement>('.badge')!;
  const [from, source] = [badge.dataset['badge']!, badge.querySelector('.source')?.textContent];
  file.append(
    make('text', { x: margin, y: height - 32, 'font-size': 11 }, source ? `${from} · ${source}` : from),
    make('text', { x: margin, y: height - 14, 'font-size': 11 }, address),
  );
  return new XMLSerializer().serializeToString(file);
}
