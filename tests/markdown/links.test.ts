import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageOf, rehypeLinks } from '../../src/markdown/links.ts';
import { compileChapter } from './compile.ts';

const compile = (text: string): Promise<string> =>
  compileChapter(text, [[rehypeLinks, { base: '/x/', contentRoot: resolve('content') }]]);

describe('rehypeLinks({ base })', () => {
  it('turns a link to a chapter into its address under the base', async () => {
    expect(await compile('[see](./academic.mdx)')).toContain('href="/x/attention/academic/"');
  });
  it('leads from a chapter to the opening page', async () => {
    expect(await compile('[home](../../home.mdx)')).toContain('href="/x/"');
  });
  it('leaves links to other sites as they are', async () => {
    expect(await compile('[paper](https://example.org/a.mdx.html)')).toContain('href="https://example.org/a.mdx.html"');
  });
  it('stops on a missing file, with file and line', async () => {
    await expect(compile('\n\n[see](./nowhere.mdx)')).rejects.toThrow(
      /code\.mdx:3:1: The link \.\/nowhere\.mdx leads to no file/,
    );
  });
  it('stops on a missing heading', async () => {
    await expect(compile('[see](./index.mdx#nowhere)')).rejects.toThrow(
      /names a heading that \.\/index\.mdx does not have/,
    );
    expect(await compile('[see](./index.mdx#where-to-begin)')).toContain('href="/x/attention/#where-to-begin"');
  });
  it('stops on an address from the root, which a base would break', async () => {
    await expect(compile('[see](/attention/code/)')).rejects.toThrow(/starts at the root/);
  });
  it('stops on an image without a description', async () => {
    await expect(compile('![](./a.png)')).rejects.toThrow(/has no description/);
    await expect(compile('![A red square](./a.png)')).resolves.toContain('A red square');
  });
});

describe('pageOf(file, contentRoot)', () => {
  it.each([
    ['home.mdx', '/'],
    ['lessons/attention/index.mdx', '/attention/'],
    ['lessons/attention/code.mdx', '/attention/code/'],
  ])('%s becomes %s', (file, page) => expect(pageOf(resolve('content', file), resolve('content'))).toBe(page));
});
