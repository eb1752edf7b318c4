/** Widths of letters in the page's sans font, in em, the first that fits; all others are as wide as an n. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/\p{Emoji_Presentation}/u, 1.4],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u, 1.02],
  [/[iljtfrI.,:;'’!|()‑-]/u, 0.38],
  [/[mwMW@%—]/u, 0.92],
  [/\p{Lu}/u, 0.72],
];

/** How wide a text is when it is set, in em: the same at build, where nothing can be measured, and in the page. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.6), 0);
}

/** As much of a text as there is room for, in em, with an ellipsis where that is not all. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const all = [...text];
  while (all.length > 1 && textWidth(`${all.join('')}…`) > room) all.pop();
  return `${all.join('')}…`;
}
