import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Of a side of the screen, where the text has a beginning and an end. */
const physical = /\b(?:margin|padding|border)-(?:left|right)\b.*|(?:text-align|float): (?:left|right)/g;

// What a figure looks like is the same in every language: its frame runs from left to right.
it.each(globSync(['src/styles/*.css', 'components/{prose,cells}/**/*.css']))(
  '%s serves a page that runs from right to left',
  (path) => {
    expect(readFileSync(path, 'utf8').match(physical) ?? []).toEqual([]);
  },
);
