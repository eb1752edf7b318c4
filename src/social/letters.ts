import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph } from 'fontkitten';

const read = (file: string): Font => create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font;

/** The page's typefaces; what they lack, arrows and signs of formulas, KaTeX's has. */
const faces = {
  sans: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  signs: 'katex/dist/fonts/KaTeX_Main-Regular.ttf',
};
export type Face = keyof typeof faces;
const fonts = new Map<Face, Font>();

function fontOf(face: Face): Font {
  const font = fonts.get(face) ?? read(faces[face]);
  fonts.set(face, font);
  return font;
}

/** The sign of a character in a face, with its em; nothing where no face has it. */
function glyphOf(sign: string, face: Face): { readonly glyph: Glyph; readonly em: number } | undefined {
  for (const each of [face, 'signs'] as const) {
    const font = fontOf(each);
    if (font.hasGlyphForCodePoint(sign.codePointAt(0)!))
      return { glyph: font.glyphForCodePoint(sign.codePointAt(0)!), em: font.unitsPerEm };
  }
  return undefined;
}

/** Whether there is a letter for all of a text. */
export const canSet = (text: string, face: Face): boolean => [...text].every((sign) => glyphOf(sign, face));

/** How wide a text is set. */
export function widthOf(text: string, face: Face, size: number): number {
  return [...text].reduce((width, sign) => {
    const found = glyphOf(sign, face);
    return width + (found ? (found.glyph.advanceWidth / found.em) * size : 0);
  }, 0);
}

/** A line of text as one path: a machine that paints it needs no typeface. */
export function pathOf(text: string, face: Face, size: number, x: number, y: number): string {
  let at = x;
  return [...text]
    .map((sign) => {
      const found = glyphOf(sign, face);
      if (!found) return '';
      const scale = size / found.em;
      const drawn = found.glyph.path.scale(scale, -scale).translate(at, y).toSVG();
      at += found.glyph.advanceWidth * scale;
      return drawn;
    })
    .join('');
}
