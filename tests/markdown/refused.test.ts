import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Pluggable, PluggableList } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeCode } from '../../src/markdown/code.ts';
import { remarkCaptions } from '../../src/markdown/captions.ts';
import { remarkComponents } from '../../src/markdown/components.ts';
import { remarkDollars } from '../../src/markdown/dollars.ts';
import { remarkFigureTitles } from '../../src/markdown/figure-titles.ts';
import { remarkFiguresOnce } from '../../src/markdown/figures-once.ts';
import { remarkFootnotes } from '../../src/markdown/footnotes.ts';
import { remarkHeadingOrder } from '../../src/markdown/heading-order.ts';
import { rehypeImages } from '../../src/markdown/images.ts';
import { rehypeLinks } from '../../src/markdown/links.ts';
import { remarkNumbers } from '../../src/markdown/numbers.ts';
import { remarkPlainTags } from '../../src/markdown/plain-tags.ts';
import { remarkProps } from '../../src/markdown/props.ts';
import { rehypeSections } from '../../src/markdown/sections.ts';

const links: Pluggable = [rehypeLinks, { base: '/' }];
const chapter = 'content/lessons/attention/code.mdx';

async function check(text: string, steps: { remark?: PluggableList; rehype?: PluggableList }, path = chapter) {
  const file = new VFile({ value: text, path: `${process.cwd()}/${path}` });
  const remarkPlugins = [remarkGfm, remarkMath, ...(steps.remark ?? [])];
  return String(await compile(file, { jsx: true, remarkPlugins, rehypePlugins: steps.rehype ?? [] }));
}

const term = "import Term from '#components/prose/Term.astro'\n\n";
const predict = "import Predict from '#components/prose/predict/Predict.astro'\n\n";

const remark = (...steps: PluggableList) => ({ remark: steps });
const rehype = (...steps: PluggableList) => ({ rehype: steps });

describe('a mistake of an author stops the build with file, line and what to write', () => {
  it.each([
    ['a component without its import', remark(remarkComponents), 'a\n\n<Masks />', '3:1: <Masks> is not imported'],
    [
      'a misspelt prop',
      remark(remarkProps),
      `${term}a <Term idd="query">b</Term>`,
      '3:9: <Term> does not take idd. It takes: id.',
    ],
    [
      'a prop that a build step gives',
      remark(remarkProps),
      `${term}<Term id="a" lesson="b">c</Term>`,
      '3:14: <Term> does not take lesson',
    ],
    [
      'a prop that is missing',
      remark(remarkProps),
      `${term}<Term>b</Term>`,
      '3:1: <Term> needs id, string: Its name in `content/concepts.ts`.',
    ],
    [
      'a prop of another kind',
      remark(remarkProps),
      `${predict}<Predict id="a" ask="b" answer="1" />`,
      '3:25: <Predict> has answer="1"; expected is number.',
    ],
    [
      'a prop of another kind within',
      remark(remarkProps),
      `${predict}<Predict id="a" ask="b" options={['c', { sai: 'd' }]} />`,
      '3:25: <Predict> has options={["c",{"sai":"d"}]}; expected is readonly (string | { readonly say: string',
    ],
    [
      'a component that is not there',
      remark(remarkProps),
      "import A from '#components/prose/A.astro'\n\n<A />",
      '3:1: <A> is imported from #components/prose/A.astro, and there is no such file.',
    ],
    [
      'a prop of what is not imported',
      remark(remarkProps),
      '<Listing path="a" />',
      '1:10: <Listing> does not take path. It takes: file, region (optional), id (optional).',
    ],
    [
      'a prop of a figure in a chapter',
      remark(remarkProps),
      'import Masks from \'#content/figures/masks.mdx\'\n\n<Masks mask="none" />',
      '3:1: <Masks> takes nothing here',
    ],
    [
      'a place that a figure does not have',
      remark(remarkProps),
      'import Masks from \'#components/figures/masks/Masks.astro\'\n\n<Masks>\n  <Fragment slot="captoin">a</Fragment>\n</Masks>',
      '4:3: <Masks> has no place for slot="captoin". It has: caption.',
    ],
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
    ['an image without a description', rehype(rehypeImages), '![](./a.png)', '1:1: This image has no description.'],
    [
      'an image from elsewhere',
      rehype(rehypeImages),
      '![A](https://example.org/a.png)',
      '1:1: The image https://example.org/a.png',
    ],
  ])('%s', async (_, steps, text, says) => {
    await expect(check(text, steps)).rejects.toThrow(`${chapter}:${says}`);
  });

  it('a figure without a caption', async () => {
    const path = 'content/figures/masks.mdx';
    const text = "import Masks from '#components/figures/masks/Masks.astro'\n\n<Masks />";
    await expect(check(text, remark(remarkCaptions), path)).rejects.toThrow(`${path}:1:1: This figure has no caption`);
  });

  it('a figure that nothing gives a name', async () => {
    const path = 'content/figures/nameless.mdx';
    const figure = (folder: string): string =>
      `import Shown from '#components/figures/${folder}/Shown.astro'\n\n<Shown />`;
    await expect(check(figure('nameless'), remark(remarkFigureTitles), path)).rejects.toThrow(
      `${path}:3:1: Nothing says what this figure is called: write components/figures/nameless/title.ts`,
    );
    for (const folder of ['masks', 'complexity-table'])
      await expect(check(figure(folder), remark(remarkFigureTitles), path)).resolves.toContain('Shown');
  });

  it('has no stack, and nothing in which Astro finds the name of a browser’s interface', async () => {
    const error: unknown = await check('a\n\n<Window />', remark(remarkComponents)).catch((error: unknown) => error);
    expect(error).toMatchObject({ stack: '' });
    expect(String(error)).not.toContain('Window');
  });
});

describe('what is no mistake passes', () => {
  it.each([
    ['a component that is imported', remark(remarkComponents), "import A from './A.astro'\n\n<A.B />"],
    [
      'props that are computed, or handed over in braces',
      remark(remarkProps),
      `${predict}<Predict id="a" ask={question} options={choices} answer={0} />\n\n<Predict {...all} />`,
    ],
    ['tags of prose', remark(remarkPlainTags), 'H<sub>2</sub>O <b class="c">b</b>'],
    ['an outline', remark(remarkHeadingOrder), '## A\n\n### B\n\n## C'],
    ['a footnote', { ...remark(remarkFootnotes), ...rehype(rehypeSections, links) }, 'So.[^1]\n\n[^1]: Because.'],
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
    ['an image with a description', rehype(rehypeImages), '![A red square](./a.png)'],
    ['the version of a program', remark(remarkNumbers), 'It needs Python 3.12 or newer.'],
  ])('%s', async (_, steps, text) => {
    await expect(check(text, steps)).resolves.toBeTruthy();
  });
});
