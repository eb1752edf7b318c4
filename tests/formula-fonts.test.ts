import { expect, it } from 'vitest';
import { formulaFonts } from '../src/layouts/formula-fonts.ts';

const namesFor = (text: string): string[] => formulaFonts(text).map((url) => /KaTeX_(\w+)/.exec(url)![1]!);

it.each([
  ['No formula.', []],
  ['A weight $a_j$.', ['Main', 'Math']],
  ['A key $k \\in \\mathbb{R}^{d_K}$.', ['Main', 'Math', 'AMS']],
  ['They sum to one: $\\sum_j a_j = 1$.', ['Main', 'Math', 'Size1', 'Size2']],
])('a chapter asks at once for the fonts that its formulas need: %s', (text, names) => {
  expect(namesFor(text)).toEqual(names);
});
