import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Of a side of the screen, where the text has a beginning and an end. */
const physical = /\b(?:margin|padding|border)-(?:left|right)\b.*|(?:text-align|float): (?:left|right)/g;

// What a figure looks like is the same in every language: its frame runs from left to right.
it.each(globSync(['src/styles/*.css', 'components/{prose,cells}/**/*.css']))(
  '%s serves a page that runs from right to left',
  (path) => {
    expect(readFileSync(path, 'utf8').match(physical) ?? []).toEqual([]);
  },
);

describe('what is said once for every page', () => {
  const sheets = globSync(['src/styles/*.css', 'components/**/*.css']);
  /** What stands in the media queries of one kind, as a whole. */
  const within = (path: string, query: string): string =>
    [...readFileSync(path, 'utf8').matchAll(/@media \(([^{]*)\) \{\n(.*?)\n\}/gs)]
      .flatMap(([, asked, rules]) => (asked === query ? [rules!] : []))
      .join('\n');

  it('is that nothing moves for those who ask for stillness', () => {
    const still = sheets.filter((path) =>
      /transition: none|animation: none/.test(within(path, 'prefers-reduced-motion: reduce')),
    );
    expect(still).toEqual(['src/styles/page.css']);
  });

  it('is which colours are whose, where they are forced', () => {
    const said = (path: string): string[] => within(path, 'forced-colors: active').match(/--[\w-]+: \w+;/g) ?? [];
    const tokens = said('src/styles/tokens.css');
    expect(tokens.length).toBeGreaterThan(5);
    for (const path of sheets)
      if (path !== 'src/styles/tokens.css')
        expect(
          said(path).filter((each) => tokens.includes(each)),
          path,
        ).toEqual([]);
  });
});
