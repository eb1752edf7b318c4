import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { authored } from '../../src/gallery/face.ts';
import { componentsIn, parseMdx, valueOf } from '../../src/markdown/mdx.ts';

it('shows every component that authors write, live and with what it takes', () => {
  const files = globSync('components/**/*.astro');
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const shown = componentsIn(parseMdx(readFileSync('content/gallery.mdx', 'utf8')), 'Shown');
  const listed = shown.map((each) => valueOf(each, 'of')).filter((of) => of !== undefined);
  expect(listed.toSorted()).toEqual(authored(sources).toSorted());
});
