import sharp from 'sharp';
import { plainColour } from './colours.ts';
import { standAlone } from './drawing.ts';
import { canSet, pathOf, widthOf, type Face } from './letters.ts';

/** The size that those who show cards ask for. */
const size = { width: 1200, height: 630 };
const margin = 64;

/** A text in lines of at most so many pixels. */
export function linesOf(text: string, face: Face, fontSize: number, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) === '' || widthOf(longer, face, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What a card says. */
export interface Said {
  readonly site: string;
  readonly title: string;
  readonly description: string;
}

/**
 * The card of a page: what it is called, what it is part of, and a drawing of one of its figures, as an svg.
 *
 * @param drawing An svg element of the site, which it changes.
 */
export function cardOf({ site, title, description }: Said, drawing: Element | undefined): string {
  const drawn = drawing && standAlone(drawing);
  // What is wide stands under the title, what is not beside it.
  const isBelow = drawn !== undefined && drawn.width > 2 * drawn.height;
  const room = drawn && !isBelow ? 500 : size.width - 2 * margin;
  let y = margin;
  // A script that the typefaces have no letters for is left to what stands beside the picture.
  const set = (text: string, face: Face, fontSize: number, colour: string): string[] =>
    (canSet(text, face) ? linesOf(text, face, fontSize, room) : []).map((line) => {
      y += fontSize * 1.25;
      return `<path fill="${plainColour(colour)}" d="${pathOf(line, face, fontSize, margin, y)}"/>`;
    });
  const words = [
    ...(site === title ? [] : set(site, 'sans', 26, 'var(--ink-soft)')),
    ...set(title, 'serif', 58, 'var(--ink)'),
  ];
  y += 24;
  if (!isBelow) words.push(...set(description, 'sans', 26, 'var(--ink-soft)'));
  const box = isBelow
    ? { x: margin, y, width: room, height: size.height - margin - y }
    : {
        x: margin + room + 40,
        y: margin,
        width: size.width - 2 * margin - room - 40,
        height: size.height - 2 * margin,
      };
  const { group, width, height } = drawn ?? { group: '', width: 1, height: 1 };
  const scale = Math.min(box.width / width, box.height / height);
  const [left, top] = [box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`,
    `<rect width="100%" height="100%" fill="${plainColour('var(--paper)')}"/>`,
    ...words,
    `<g transform="translate(${left} ${top}) scale(${scale})">${group}</g>`,
    '</svg>',
  ].join('');
}

/** A card as the picture that is served. */
export function pictureOf(card: string): Promise<Buffer> {
  return sharp(Buffer.from(card)).png({ palette: true }).toBuffer();
}
