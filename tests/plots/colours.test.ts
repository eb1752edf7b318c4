import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const declared = new Set(readFileSync('src/styles/tokens.css', 'utf8').match(/--[\w-]+(?=:)/g));

it('plots name colours that every page has, so that each may be drawn anywhere', () => {
  const named = globSync('components/plots/*.ts').flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)\)/g), ([, name]) => `${file} ${name}`),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((each) => !declared.has(each.split(' ')[1]!))).toEqual([]);
});
