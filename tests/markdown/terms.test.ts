import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { strings } from '../../content/strings/en.ts';
import { rehypeTables } from '../../src/markdown/tables.ts';
import { rehypeTerms } from '../../src/markdown/terms.ts';
import { compileChapter } from './compile.ts';

describe('rehypeTerms()', () => {
  it('passes a term that is declared', async () => {
    await expect(compileChapter('A <Term id="query">query</Term>.', [rehypeTerms])).resolves.toContain('query');
  });
  it('marks the first of each in a chapter, where cards lead to, and none in a caption', async () => {
    const text = 'A <Term id="query">query</Term>, a <Term id="key">key</Term>, a <Term id="query">query</Term>.';
    const marked = (html: string): string[] => [...html.matchAll(/<Term (.*?)>/g)].map(([, attributes]) => attributes!);
    expect(marked(await compileChapter(text, [rehypeTerms]))).toEqual([
      'id="query" lesson="attention"',
      'id="key" lesson="attention"',
      'id="query"',
    ]);
    expect(marked(await compileChapter(text, [rehypeTerms], 'content/figures/masks.mdx'))).toEqual([
      'id="query"',
      'id="key"',
      'id="query"',
    ]);
  });
  it('knows no concept by a name that every object has', async () => {
    await expect(compileChapter('A <Term id="toString">query</Term>.', [rehypeTerms])).rejects.toThrow(
      /<Term id="toString"> names no concept/,
    );
  });
  it('stops on one that is not, naming those that are', async () => {
    await expect(compileChapter('\nA <Term id="qery">query</Term>.', [rehypeTerms])).rejects.toThrow(
      /code\.mdx:2:3: <Term id="qery"> names no concept\. Known: query, key/,
    );
  });
});

describe('rehypeTables()', () => {
  it('wraps a table in a box that scrolls', async () => {
    const table = { type: 'element' as const, tagName: 'table', properties: {}, children: [] };
    const tree = { type: 'root' as const, children: [table] };
    rehypeTables({ strings: () => strings })(tree as never, new VFile());
    expect(tree.children[0]).toMatchObject({
      tagName: 'div',
      properties: { className: ['table', 'scroll'], role: 'group' },
      children: [{ tagName: 'table' }],
    });
  });
});
