import type { Box } from '../../plots/arcs.ts';

/** How wide the letters of the opening sentence are, in em of its font, spacing included; all others are as wide as an n. */
const letters: Readonly<Record<string, number>> = {
  ...{ I: 0.365, a: 0.535, b: 0.605, c: 0.505, d: 0.605, e: 0.53, f: 0.335, h: 0.635, i: 0.315, k: 0.595 },
  ...{ m: 0.945, n: 0.635, o: 0.575, p: 0.605, r: 0.455, s: 0.455, t: 0.345, v: 0.575, w: 0.835, y: 0.585 },
};
/** As in the style sheet, in em: around a word, between words, a line's height, above and between lines. */
const [padding, gap, height] = [0.12, 0.14, 1.34];

const widthOf = (word: string): number =>
  [...word].reduce((width, letter) => width + (letters[letter] ?? letters['n']!), 2 * padding);

/** Where words stand that are set in lines, before there is a page to measure them in. */
export function setWords(lines: readonly (readonly string[])[], above: number, between: number): Box[] {
  return lines.flatMap((words, line) => {
    let x = 0;
    return words.map((word) => {
      const box = { x, y: above + line * (height + between), width: widthOf(word), height };
      x += box.width + gap;
      return box;
    });
  });
}
