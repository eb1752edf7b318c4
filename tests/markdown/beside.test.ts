import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { rehypeBeside } from '../../src/markdown/beside.ts';

test.each([
  ['references.bib', '/x/attention/code/references.bib'],
  ['attention-numpy.ipynb', '/x/attention/code/attention-numpy.ipynb'],
  ['#softmax', '#softmax'],
  ['/x/claims/', '/x/claims/'],
  ['https://example.org/a.bib', 'https://example.org/a.bib'],
  ['mailto:someone@example.org', 'mailto:someone@example.org'],
])('a link to %s becomes %s', (href, written) => {
  const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [] };
  const tree: Root = { type: 'root', children: [link] };
  rehypeBeside({ base: '/x/' })(tree, new VFile({ path: `${process.cwd()}/content/lessons/attention/code.mdx` }));
  expect(link.properties['href']).toBe(written);
});
