import { expect, it } from 'vitest';
import { chaptersMadeOf } from '../../src/markdown/made-of.ts';
import { remarkListings } from '../../src/markdown/listings.ts';
import { rehypeCitations } from '../../src/markdown/citations.ts';
import { compile } from '@mdx-js/mdx';
import { resolve } from 'node:path';
import { VFile } from 'vfile';

it('a chapter is known to be made of its listings and of the list of sources, and of nothing else', async () => {
  const path = resolve('content/lessons/attention/code.mdx');
  const value = 'As [@vaswani2017] has it.\n\n<Listing file="lib/attention/softmax.ts" region="softmax" />';
  await compile(new VFile({ value, path }), {
    remarkPlugins: [remarkListings],
    rehypePlugins: [[rehypeCitations, {}]],
  });
  expect(chaptersMadeOf(resolve('lib/attention/softmax.ts'))).toEqual([path]);
  expect(chaptersMadeOf(resolve('content/references.bib'))).toEqual([path]);
  expect(chaptersMadeOf(resolve('lib/attention/mask.ts'))).toEqual([]);
});
