import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { pageOf, rehypeLinks } from '../../src/markdown/links.ts';
import { compileChapter } from './compile.ts';

const inLesson = (text: string): Promise<string> =>
  compileChapter(text, [[rehypeLinks, { base: '/x/', contentRoot: resolve('content') }]]);

describe('rehypeLinks({ base })', () => {
  it('turns a link to a chapter into its address under the base', async () => {
    expect(await inLesson('[see](./academic.mdx)')).toContain('href="/x/attention/academic/"');
  });
  it('leads from a chapter to the opening page', async () => {
    expect(await inLesson('[home](../../home.mdx)')).toContain('href="/x/"');
  });
  it('leaves links to other sites as they are', async () => {
    expect(await inLesson('[paper](https://example.org/a.mdx.html)')).toContain(
      'href="https://example.org/a.mdx.html"',
    );
  });
  it('stops on a missing file, with file and line', async () => {
    await expect(inLesson('\n\n[see](./nowhere.mdx)')).rejects.toThrow(
      /code\.mdx:3:1: The link \.\/nowhere\.mdx leads to no file/,
    );
  });
  it('stops on a missing heading', async () => {
    await expect(inLesson('[see](./index.mdx#nowhere)')).rejects.toThrow(
      /names a heading that \.\/index\.mdx does not have/,
    );
    expect(await inLesson('[see](./index.mdx#where-to-begin)')).toContain('href="/x/attention/#where-to-begin"');
  });
  it('stops on a link to a draft, be it one itself or in a lesson that is, but not where a draft leads to one', async () => {
    const lessons = 'tests/integrations/lessons';
    const from = (chapter: string, link: string): Promise<string> =>
      compileChapter(link, [[rehypeLinks, { base: '/' }]], `${lessons}/${chapter}`);
    const refused = 'leads to a draft, which readers do not see';
    await expect(from('tea/index.mdx', '\n[see](../bread/academic.mdx)')).rejects.toThrow(
      `index.mdx:2:1: The link ../bread/academic.mdx ${refused}`,
    );
    await expect(from('tea/index.mdx', '[see](../yeast/crumb.mdx)')).rejects.toThrow(refused);
    await expect(from('yeast/crumb.mdx', '[see](../bread/academic.mdx)')).resolves.toBeTruthy();
  });
  it('stops on an address from the root, which a base would break', async () => {
    await expect(inLesson('[see](/attention/code/)')).rejects.toThrow(/starts at the root/);
  });
  it('finds files and headings whose names an address has to encode, written either way', async () => {
    const root = mkdtempSync(join(tmpdir(), 'links-'));
    mkdirSync(join(root, 'lessons/brot'), { recursive: true });
    writeFileSync(join(root, 'lessons/brot/code.mdx'), '## Größe\n');
    writeFileSync(join(root, 'lessons/brot/Über Mehl.mdx'), '## Größe und مقدار\n');
    const made = (text: string): Promise<string> => {
      const file = new VFile({ value: text, path: join(root, 'lessons/brot/code.mdx') });
      return compile(file, { jsx: true, rehypePlugins: [[rehypeLinks, { base: '/x/', contentRoot: root }]] }).then(
        String,
      );
    };
    const address = '/x/brot/%C3%9Cber%20Mehl/#gr%C3%B6%C3%9Fe-und-%D9%85%D9%82%D8%AF%D8%A7%D8%B1';
    for (const link of [
      './Über%20Mehl.mdx#größe-und-مقدار',
      `./%C3%9Cber%20Mehl.mdx${address.slice(address.indexOf('#'))}`,
    ])
      expect(await made(`[a](${link})`)).toContain(`href="${address}"`);
    expect(await made('## Größe\n\n[a](#größe)')).toContain('href="#gr%C3%B6%C3%9Fe"');
    await expect(made('[a](./Uber%20Mehl.mdx)')).rejects.toThrow('The link ./Uber%20Mehl.mdx leads to no file');
    await expect(made('[a](./%ZZ.mdx)')).rejects.toThrow('The link ./%ZZ.mdx is no address');
    rmSync(root, { recursive: true });
  });
});

describe('pageOf(file, contentRoot)', () => {
  it.each([
    ['home.mdx', '/'],
    ['lessons/attention/index.mdx', '/attention/'],
    ['lessons/attention/code.mdx', '/attention/code/'],
    ['lessons/attention.ar/index.mdx', '/ar/attention/'],
    ['lessons/attention.pt-br/code.mdx', '/pt-br/attention/code/'],
    ['home.ar.mdx', '/ar/'],
  ])('%s becomes %s', (file, page) => expect(pageOf(resolve('content', file), resolve('content'))).toBe(page));
});
