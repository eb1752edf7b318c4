import { pen, plainColour } from './colour.ts';
import { make } from './make.ts';

/** A line of text where it stands in the page. */
interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly height: number;
}

/** The lines that a text is broken into, each where it stands. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let end = 0;
  for (const sign of node.data) {
    range.setStart(node, end);
    range.setEnd(node, (end += sign.length));
    const [box] = range.getClientRects();
    const line = lines.at(-1);
    if (line && (!box || Math.abs(box.top - line.top) < box.height / 2)) {
      line.text += sign;
      // A blank at an end is not seen.
      if (box && sign.trim() !== '')
        [line.left, line.right] = [Math.min(line.left, box.left), Math.max(line.right, box.right)];
    } else if (box && sign.trim() !== '')
      lines.push({ text: sign, left: box.left, right: box.right, top: box.top, height: box.height });
  }
  return lines;
}

/** A text of the page: each of its lines where it stands and as wide as it is there, whatever font a program has. */
export function textParts(node: Text): Element[] {
  const style = getComputedStyle(node.parentElement!);
  const { fontVariantNumeric, fontStyle, fontWeight, fontSize, fontFamily } = style;
  pen().font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = pen().measureText('x');
  return linesOf(node).flatMap(({ text, left, right, top, height }) => {
    const said = text.trim().replace(/\s+/g, ' ');
    const attributes = {
      x: left.toFixed(1),
      y: (top + (height * ascent) / (ascent + descent)).toFixed(1),
      textLength: (right - left).toFixed(1),
      lengthAdjust: 'spacingAndGlyphs',
      fill: plainColour(style.color),
      'font-family': fontFamily,
      'font-size': fontSize,
      'font-weight': fontWeight,
      ...(fontStyle === 'normal' ? {} : { 'font-style': fontStyle }),
      ...(fontVariantNumeric === 'normal' ? {} : { style: `font-variant-numeric: ${fontVariantNumeric}` }),
    };
    return right > left
      ? [make('text', attributes, style.textTransform === 'uppercase' ? said.toUpperCase() : said)]
      : [];
  });
}

/** What stands in a field: no text of the page, and so measured. */
export function fieldParts(field: HTMLInputElement | HTMLSelectElement): Element[] {
  if (field.type === 'checkbox' || field.type === 'radio' || field.type === 'range') return [];
  const style = getComputedStyle(field);
  const { left, top, width, height } = field.getBoundingClientRect();
  const size = parseFloat(style.fontSize);
  const place: Record<string, string | number> =
    style.textAlign === 'center'
      ? { x: left + width / 2, 'text-anchor': 'middle' }
      : style.textAlign === 'right' || style.textAlign === 'end'
        ? { x: left + width - parseFloat(style.paddingRight), 'text-anchor': 'end' }
        : { x: left + parseFloat(style.paddingLeft) };
  const attributes = {
    ...place,
    y: top + height / 2 + 0.35 * size,
    fill: plainColour(style.color),
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
  };
  const said = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
  return [make('text', attributes, said)];
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** What an element of the page paints itself: its ground and its edges. */
export function boxParts(element: Element): Element[] {
  const style = getComputedStyle(element);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const ground = /^(repeating-)?linear-gradient\((.*)\)$/.exec(style.backgroundImage);
  const fill = plainColour(style.backgroundColor);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const edges = sides.map((side) => {
    const size =
      style.getPropertyValue(`border-${side}-style`) === 'none'
        ? 0
        : parseFloat(style.getPropertyValue(`border-${side}-width`));
    return {
      size,
      colour: plainColour(style.getPropertyValue(`border-${side}-color`)),
      dash: style.getPropertyValue(`border-${side}-style`),
    };
  });
  const shown = edges.filter(({ size, colour }) => size > 0 && colour !== 'none');
  const isFrame =
    shown.length === 4 && shown.every(({ size, colour }) => size === shown[0]!.size && colour === shown[0]!.colour);
  const strokeOf = ({ size, colour, dash }: (typeof edges)[number]): Record<string, string | number> => ({
    stroke: colour,
    'stroke-width': size,
    ...(dash === 'dashed' && { 'stroke-dasharray': `${3 * size} ${2 * size}` }),
    ...(dash === 'dotted' && { 'stroke-dasharray': `${size} ${2 * size}` }),
  });
  const parts: Element[] = [];
  if (ground) parts.push(...(ground[1] ? hatch : scale)(ground[2]!, { x: left, y: top, width, height }));
  if (fill !== 'none' || isFrame) {
    const inset = isFrame ? shown[0]!.size / 2 : 0;
    const place = { x: left + inset, y: top + inset, width: width - 2 * inset, height: height - 2 * inset };
    parts.push(make('rect', { ...place, rx: radius, fill, ...(isFrame && strokeOf(shown[0]!)) }));
  }
  if (!isFrame) {
    const lines = [
      [left, top, right, top],
      [right, top, right, bottom],
      [left, bottom, right, bottom],
      [left, top, left, bottom],
    ] as const;
    edges.forEach((edge, side) => {
      const [x1, y1, x2, y2] = lines[side]!;
      if (shown.includes(edge)) parts.push(make('line', { x1, y1, x2, y2, ...strokeOf(edge) }));
    });
  }
  return parts;
}

/** Stops that a scale of colours is drawn with: no program mixes colours between two as the page does. */
const stops = 17;
let scales = 0;

type Place = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** The colours of a gradient in the page's way of writing it. */
const coloursOf = (gradient: string): string[] =>
  gradient
    .split(/,(?![^(]*\))/)
    .slice(1)
    .map((stop) => stop.trim().replace(/( [\d.]+(px|%))+$/, ''));

/** What is crossed out, as in the drawings. */
function hatch(gradient: string, { x, y, width, height }: Place): Element[] {
  const at = (across: number, down: number): string => `${x + across * width},${y + down * height}`;
  const d = `M${at(0, 0.5)}L${at(0.5, 0)}M${at(0, 1)}L${at(1, 0)}M${at(0.5, 1)}L${at(1, 0.5)}`;
  return [make('path', { d, fill: 'none', stroke: plainColour(coloursOf(gradient)[0]!) })];
}

/** A scale from left to right. */
function scale(gradient: string, place: Place): Element[] {
  const colours = coloursOf(gradient);
  const id = `scale-${++scales}`;
  const made = make('linearGradient', { id });
  for (let stop = 0; stop < stops; stop++) {
    const at = (stop / (stops - 1)) * (colours.length - 1);
    const from = Math.min(Math.floor(at), colours.length - 2);
    const colour = `color-mix(in oklab, ${colours[from + 1]} ${(100 * (at - from)).toFixed(1)}%, ${colours[from]})`;
    made.append(make('stop', { offset: stop / (stops - 1), 'stop-color': plainColour(colour) }));
  }
  return [made, make('rect', { ...place, fill: `url(#${id})` })];
}
