import blackboard from 'katex/dist/fonts/KaTeX_AMS-Regular.woff2?url';
import roman from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url';
import italic from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url';
import smallSum from 'katex/dist/fonts/KaTeX_Size1-Regular.woff2?url';
import largeSum from 'katex/dist/fonts/KaTeX_Size2-Regular.woff2?url';

const needed: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\$/, [roman, italic]],
  [/\\mathbb(?![a-z])/, [blackboard]],
  [/\\sum(?![a-z])/, [smallSum, largeSum]],
];

/**
 * The fonts of formulas that a chapter asks for at once. A formula cannot be read without them, so they are let in
 * whenever they come; after the first paint, lines would break anew under the reader's eyes.
 */
export const formulaFonts = (text: string): string[] =>
  needed.flatMap(([sign, fonts]) => (sign.test(text) ? fonts : []));
