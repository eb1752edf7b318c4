import { describe, expect, it } from 'vitest';
import { rehypeTables } from '../../src/markdown/tables.ts';
import { rehypeTerms } from '../../src/markdown/terms.ts';
import { compileChapter } from './compile.ts';

describe('rehypeTerms()', () => {
  it('passes a term that is declared', async () => {
    await expect(compileChapter('A <Term id="query">query</Term>.', [rehypeTerms])).resolves.toContain('query');
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
    rehypeTables()(tree as never);
    expect(tree.children[0]).toMatchObject({
      tagName: 'div',
      properties: { className: ['table', 'scroll'], role: 'group' },
      children: [{ tagName: 'table' }],
    });
  });
});
