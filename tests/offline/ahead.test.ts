import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aheadOf, room } from '../../src/offline/ahead.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A built site of some files. */
function site(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ahead-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const shell = { 'index.html': 'Home', 'bread/code/index.html': 'Code', '_astro/a.js': 'a', '_astro/a.woff2': 'w' };

it('takes what pages are made of, then pages by their addresses, and leaves what is kept when it is used', async () => {
  const others = ['encoder/maps.bin', 'embed/masks/index.html', 'pagefind/a.pf_meta', '404.html', 'robots.txt'];
  const all = site({ ...shell, ...Object.fromEntries(others.map((file) => [file, 'x'])), 'bread/code/refs.bib': 'x' });
  expect((await aheadOf(all)).files.map(({ url }) => url)).toEqual([
    '_astro/a.js',
    '_astro/a.woff2',
    'bread/code/',
    './',
  ]);
});

it('tells the contents of each build apart, whatever else the site holds', async () => {
  const before = await aheadOf(site(shell));
  expect(await aheadOf(site({ ...shell, 'embed/x/index.html': 'x' }))).toEqual(before);
  expect((await aheadOf(site({ ...shell, 'index.html': 'Home again' }))).files).not.toEqual(before.files);
  expect((await aheadOf(site({ ...shell, '_astro/b.js': '' }))).files).not.toEqual(before.files);
});

it('ends where there is no more room', async () => {
  const { files, bytes } = await aheadOf(site({ ...shell, '_astro/a.woff2': new Uint8Array(room - 6) }));
  expect(files.map(({ url }) => url)).toEqual(['_astro/a.js', '_astro/a.woff2', 'bread/code/']);
  expect(bytes).toBe(room - 1);
});
