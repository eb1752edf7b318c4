import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Turns that readers whose mother tongue is another have to look up. */
const old =
  /\b(anew|seldom|abreast|whence|wherein|thereof|hitherto|of (its|their) most|deals? the shares|calls louder)\b/gi;

describe('what readers read', () => {
  it.each(globSync('content/**/*.{mdx,ts}'))('%s is in present-day English', (path) => {
    expect(readFileSync(path, 'utf8').match(old) ?? []).toEqual([]);
  });
});
