import { expect, it } from 'vitest';
import { rehypeSections } from '../../src/markdown/sections.ts';
import { compileChapter } from './compile.ts';

const text = '# One\n\n## A part\n\n## A part\n\n### Of $x$\n\n#### Deep\n\n### Again\n\n## Last';

it('numbers the sections of a chapter, and leaves their anchors as they were', async () => {
  const html = await compileChapter(text, [rehypeSections]);
  const numbered = [
    ...html.matchAll(
      /<_components\.(h\d) id="([\w-]+)"><_components\.a className="number" href="#\2" tabIndex="-1">\{"([\d.]+)"\}/g,
    ),
  ];
  expect(numbered.map(([, ...found]) => found)).toEqual([
    ['h2', 'a-part', '1'],
    ['h2', 'a-part-1', '2'],
    ['h3', 'of-x', '2.1'],
    ['h3', 'again', '2.2'],
    ['h2', 'last', '3'],
  ]);
});

it('numbers nothing outside of lessons', async () => {
  expect(await compileChapter(text, [rehypeSections], 'content/home.mdx')).not.toContain('number');
});
