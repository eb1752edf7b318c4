import { pen, plainColour } from './colour.ts';
import { make } from './make.ts';
import { boxParts, fieldParts, textParts } from './page-parts.ts';
import { standAlone } from './stand-alone.ts';
import type { Taken } from './taken.ts';

const margin = 16;
const narrowest = 420;

/** What a file has no use for: what is pressed, what is told of the page, what stands in words under the drawing. */
const left = [
  'header',
  'figcaption',
  '.controls',
  '.walk',
  'details',
  'figure-share',
  'sentence-box',
  'model-gate',
  '.failed',
  '.unread',
  '.visually-hidden',
  '.katex-mathml',
].join();

/** A part of the file at its place in the page, and how far it reaches. */
interface Part {
  readonly element: Element;
  readonly boxes: readonly DOMRect[];
}

function isShown(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element);
  return display !== 'none' && visibility !== 'hidden' && opacity !== '0';
}

/** All that is drawn and said in a figure, in the order in which it is painted. */
function partsOf(element: Element, taken: Taken): Part[] {
  const whole = element instanceof HTMLElement ? wholeOf(element, taken) : undefined;
  if (whole) return [whole];
  if (element instanceof SVGSVGElement) return [drawn(element, element.getBoundingClientRect())];
  const box = element.getBoundingClientRect();
  if (element instanceof HTMLCanvasElement) {
    const { x, y, width, height } = box;
    return [{ element: make('image', { x, y, width, height, href: element.toDataURL() }), boxes: [box] }];
  }
  const own = boxParts(element).map((part) => ({ element: part, boxes: [box] }));
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
    return [...own, ...fieldParts(element).map((part) => ({ element: part, boxes: [box] }))];
  return [
    ...own,
    ...[...element.childNodes].flatMap((child): Part[] => {
      if (child instanceof Text) return textParts(child).map((part) => ({ element: part, boxes: [rangeBox(child)] }));
      return child instanceof Element && !child.matches(left) && isShown(child) ? partsOf(child, taken) : [];
    }),
  ];
}

function rangeBox(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNode(text);
  return range.getBoundingClientRect();
}

/** A drawing of the page in a box of it. Labels may stand beyond its edge. */
function drawn(svg: SVGSVGElement, { x, y, width, height }: DOMRect): Part {
  const element = standAlone(svg);
  for (const [name, value] of Object.entries({ x, y, width, height, overflow: 'visible' }))
    element.setAttribute(name, String(value));
  return { element, boxes: [svg, ...svg.querySelectorAll('text')].map((part) => part.getBoundingClientRect()) };
}

/** What the page has no room to draw whole is whole in a file. */
function wholeOf(host: HTMLElement, { whole }: Taken): Part | undefined {
  const name = host.hasAttribute('data-drawing')
    ? host.closest<HTMLElement>('[data-pane]')!.dataset['pane']!
    : undefined;
  const svg = name === undefined ? undefined : whole(name);
  if (!svg) return undefined;
  // Only in the page do style sheets say what it looks like.
  host.append(svg);
  const part = drawn(svg, svg.getBoundingClientRect());
  svg.remove();
  return part;
}

/** A text as lines of at most a width; what has no blank is broken where it must be. */
function wrapped(text: string, width: number, font: string): string[] {
  const one = pen();
  one.font = font;
  const lines = [''];
  for (const sign of text.match(/\S+\s*|\s+/gu) ?? []) {
    for (const part of one.measureText(sign).width > width ? sign : [sign]) {
      if (one.measureText(lines.at(-1)! + part.trimEnd()).width > width) lines.push('');
      lines[lines.length - 1] += part;
    }
  }
  return lines.map((line) => line.trim());
}

/**
 * All that a figure draws and says in one SVG file that needs no page around it: everything where
 * it stands, above it what the figure is and what it is set to, below it where its numbers come
 * from and the link to it.
 */
export function drawingOf(figure: HTMLElement, taken: Taken, link: string): SVGSVGElement {
  const parts = [...figure.children]
    .filter((child) => !child.matches(left) && isShown(child))
    .flatMap((child) => partsOf(child, taken));
  const boxes = parts.flatMap(({ boxes }) => boxes).filter(({ width, height }) => width > 0 && height > 0);
  const [x, y] = [Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const width = Math.ceil(Math.max(narrowest, right - x + 2 * margin));

  const page = getComputedStyle(document.body);
  const family = getComputedStyle(figure).fontFamily;
  let down = 10;
  const lines = (text: string, size: number, weight = 400): Element[] =>
    wrapped(text, width - 2 * margin, `${weight} ${size}px ${family}`).map((line) =>
      make('text', { x: margin, y: (down += size + 6), 'font-size': size, 'font-weight': weight }, line),
    );
  const { title, badge, source, sentence, settings } = taken;
  const about = [...(sentence ? [`“${sentence}”`] : []), ...settings].join(' · ');
  const head = [...lines(title, 15, 650), ...(about ? lines(about, 11) : [])];
  const body = make('g', { transform: `translate(${margin - x} ${(down += margin) - y})` });
  body.append(...parts.map(({ element }) => element));
  down += bottom - y + margin;
  const foot = [...lines(source ? `${badge} · ${source}` : badge, 11), ...lines(link, 11)];
  const height = Math.ceil(down + margin);

  const file = make('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': family,
    fill: plainColour(page.color),
  });
  file.append(make('title', {}, title), make('rect', { width, height, fill: plainColour(page.backgroundColor) }));
  file.append(...head, body, ...foot);
  return file as SVGSVGElement;
}
