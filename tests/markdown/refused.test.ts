import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Pluggable, PluggableList } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeCode } from '../../src/markdown/code.ts';
import { remarkComponents } from '../../src/markdown/components.ts';
import { remarkDollars } from '../../src/markdown/dollars.ts';
import { remarkFiguresOnce } from '../../src/markdown/figures-once.ts';
import { remarkFootnotes } from '../../src/markdown/footnotes.ts';
import { remarkHeadingOrder } from '../../src/markdown/heading-order.ts';
import { rehypeLinks } from '../../src/markdown/links.ts';
import { remarkNumbers } from '../../src/markdown/numbers.ts';
import { remarkPlainTags } from '../../src/markdown/plain-tags.ts';

const links: Pluggable = [rehypeLinks, { base: '/' }];
const chapter = 'content/lessons/attention/code.mdx';

async function check(text: string, steps: { remark?: PluggableList; rehype?: PluggableList }, path = chapter) {
  const file = new VFile({ value: text, path: `${process.cwd()}/${path}` });
  const remarkPlugins = [remarkGfm, remarkMath, ...(steps.remark ?? [])];
  return String(await compile(file, { jsx: true, remarkPlugins, rehypePlugins: steps.rehype ?? [] }));
}

const remark = (...steps: PluggableList) => ({ remark: steps });
const rehype = (...steps: PluggableList) => ({ rehype: steps });

describe('a mistake of an author stops the build with file, line and what to write', () => {
  it.each([
    ['a component without its import', remark(remarkComponents), 'a\n\n<Masks />', '3:1: <Masks> is not imported'],
    ['a script', remark(remarkPlainTags), 'a\n\n<script>let a</script>', '3:1: <script> stands in the text'],
    ['an image as a tag', remark(remarkPlainTags), '<img src="a.png" />', '1:1: <img> stands in the text'],
    ['a handler', remark(remarkPlainTags), 'a <b onClick="run()">b</b>', '1:3: <b> has onClick=…'],
    ['a style', remark(remarkPlainTags), '<div style="color: red">\n\na\n\n</div>', '1:1: <div> has style=…'],
    ['a second title', remark(remarkHeadingOrder), 'a\n\n# B', '3:1: The page has its title'],
    [
      'a level left out',
      remark(remarkHeadingOrder),
      '## A\n\n#### B',
      '3:1: A heading of level 4 follows one of level 2',
    ],
    [
      'a figure twice',
      remark(remarkFiguresOnce),
      "import Masks from '#content/figures/masks.mdx'\n\n<Masks />\n\n<Masks />",
      '5:1: <Masks> stands on this page already, in line 3',
    ],
    ['a footnote without its text', remark(remarkFootnotes), 'It is so.[^why]', '1:1: The footnote [^why] has no text'],
    ['money as a formula', remark(remarkDollars), 'It costs $5 and $6.', '1:10: $5 and $ would be set as a formula'],
    [
      'an unknown language of code',
      rehype(rehypeCode),
      '```typescrpt\nlet a\n```',
      '1:1: No colours are known for the language typescrpt',
    ],
    ['a link without .mdx', rehype(links), 'See [code](./code).', '1:5: The link ./code names no chapter'],
    [
      'an image from elsewhere',
      rehype(links),
      '![A](https://example.org/a.png)',
      '1:1: The image https://example.org/a.png',
    ],
  ])('%s', async (_, steps, text, says) => {
    await expect(check(text, steps)).rejects.toThrow(`${chapter}:${says}`);
  });

  it('a figure without a caption', async () => {
    const path = 'content/figures/masks.mdx';
    const text = "import Masks from '#components/figures/masks/Masks.astro'\n\n<Masks />";
    await expect(check(text, remark(remarkFiguresOnce), path)).rejects.toThrow(
      `${path}:1:1: This figure has no caption`,
    );
  });

  it('says the place to Astro too, and nothing in which it finds the name of a browser’s interface', async () => {
    const error: unknown = await check('a\n\n<Window />', remark(remarkComponents)).catch((error: unknown) => error);
    expect(error).toMatchObject({ line: 3, column: 1 });
    expect(String(error)).not.toContain('Window');
  });
});

describe('what is no mistake passes', () => {
  it.each([
    ['a component that is imported', remark(remarkComponents), "import A from './A.astro'\n\n<A.B />"],
    ['tags of prose', remark(remarkPlainTags), 'H<sub>2</sub>O <b class="c">b</b>'],
    ['an outline', remark(remarkHeadingOrder), '## A\n\n### B\n\n## C'],
    ['a footnote', { ...remark(remarkFootnotes), ...rehype(links) }, 'So.[^1]\n\n[^1]: Because.'],
    ['a formula', remark(remarkDollars), 'Of $d$ and $2 + 3$; \\$5 and \\$6.'],
    [
      'code in a language, or in none',
      rehype(rehypeCode),
      '```ts\nlet a\n```\n\n```\nb\n```\n\n```text\nc\n```\n\n    d',
    ],
    [
      'links to other sites and to files beside',
      rehype(links),
      '[a](https://example.org) [b](mailto:a@b.c) [c](references.bib)',
    ],
    ['the version of a program', remark(remarkNumbers), 'It needs Python 3.12 or newer.'],
  ])('%s', async (_, steps, text) => {
    await expect(check(text, steps)).resolves.toBeTruthy();
  });
});
