import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkFaults } from '../../src/audit/links.ts';
import { pageAt, readSite, type BuiltSite } from '../../src/audit/site.ts';

/** As the Pages workflow tells a fork's build of itself. */
const host = {
  SITE_ORIGIN: 'https://example.org',
  SITE_SOURCE: 'https://example.org/a/fork/blob/1234567/',
  SITE_EDIT: 'https://example.org/a/fork/edit/main/',
};
const root = resolve('.cache/site-of-lessons');

/** Builds the site with other lessons than its own: folders, and a home that leads to them. */
function build(): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/astro/bin/astro.mjs'),
      ...['build', '--root', root, '--config', relative(root, 'tests/integrations/lessons/astro.config.mjs')],
    ],
    {
      cwd: root,
      encoding: 'utf8', // Of what Vitest sets, Vite would take the base and the mode.
      env: { PATH: process.env['PATH'], SITE_BASE: '/x/', ...host },
    },
  );
  return { ok: status === 0, said: stdout + stderr };
}

beforeAll(() => {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['.cache', 'content']) mkdirSync(join(root, folder), { recursive: true });
  // What every site measures its claims by.
  for (const path of ['lib', '.cache/encoder', 'content/models']) symlinkSync(resolve(path), join(root, path));
  for (const page of globSync('content/*.mdx')) cpSync(page, join(root, page));
  for (const lesson of ['bread', 'tea'])
    cpSync(`tests/integrations/lessons/${lesson}`, join(root, 'content/lessons', lesson), { recursive: true });
  cpSync('tests/integrations/lessons/home.mdx', join(root, 'content/home.mdx'));
  cpSync('content/strings', join(root, 'content/strings'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a lesson that is a folder and nothing else', () => {
  let site: BuiltSite;
  beforeAll(() => {
    const { ok, said } = build();
    expect(said).toContain('Complete!');
    expect(ok).toBe(true);
    site = readSite(join(root, 'dist'), '/x/');
  }, 120_000);

  const linksOf = (path: string, selector: string): [string, string][] =>
    [...pageAt(site, `/x/${path}`)!.document.querySelectorAll<HTMLElement>(`${selector} a`)].map((link) => [
      link.getAttribute('href')!,
      link.textContent!.trim(),
    ]);

  it('has its pages, and no dead link', () => {
    const pages = site.pages.map(({ path }) => path);
    for (const path of ['', 'plain/', 'code/']) expect(pages).toContain(`/bread/${path}`);
    expect(linkFaults(site)).toEqual([]);
  });

  it('is led to from every page by its name, in the order of the lessons, and leads through its own chapters', () => {
    const lessons = [
      ['/x/tea/', 'Tea'],
      ['/x/bread/', 'Bread'],
    ];
    for (const path of ['', 'claims/', 'bread/', 'bread/code/', 'tea/leaves/'])
      expect(linksOf(path, '.masthead nav')).toEqual(lessons);
    const currentOf = (path: string) =>
      [...pageAt(site, `/x/${path}`)!.document.querySelectorAll('.masthead nav [aria-current]')].map((link) => [
        link.textContent!.trim(),
        link.getAttribute('aria-current'),
      ]);
    expect(currentOf('bread/')).toEqual([['Bread', 'page']]);
    expect(currentOf('bread/code/')).toEqual([['Bread', 'true']]);
    expect(currentOf('claims/')).toEqual([]);
    expect(linksOf('', '.lesson-list')).toEqual([
      ['/x/tea/', 'Tea'],
      ['/x/tea/', 'Overview'],
      ['/x/tea/leaves/', 'Leaves'],
      ['/x/bread/', 'Bread'],
      ['/x/bread/', 'Overview'],
      ['/x/bread/plain/', 'Plain'],
      ['/x/bread/code/', 'Code'],
    ]);
    expect(linksOf('bread/plain/', '.onward').map(([href]) => href)).toEqual(['/x/bread/', '/x/bread/code/']);
    expect(linksOf('bread/code/', '.onward').map(([href]) => href)).toEqual(['/x/bread/plain/']);
  });

  it('has a switch of its own registers that keeps the reader at the same idea', () => {
    expect(linksOf('bread/code/', '.registers')).toEqual([
      ['/x/bread/', 'Overview'],
      ['/x/bread/plain/', 'Plain'],
      ['/x/bread/code/', 'Code'],
    ]);
    const { document } = pageAt(site, '/x/bread/code/')!;
    const places = [...document.querySelectorAll('.registers a')].map((link) => link.getAttribute('data-places')!);
    expect(places.map((each) => JSON.parse(each) as unknown)).toEqual([
      {},
      { mix: 'flour', stir: 'water' },
      { mix: 'mix', stir: 'stir' },
    ]);
  });

  it('knows from its surroundings alone where it stands and where it is changed', () => {
    const { document } = pageAt(site, '/x/bread/code/')!;
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(
      'https://example.org/x/bread/code/',
    );
    expect(linksOf('bread/code/', '.edit')).toEqual([
      ['https://example.org/a/fork/edit/main/content/lessons/bread/code.mdx', 'Edit this page'],
    ]);
    expect(linksOf('', '.foot')).toContainEqual(['https://example.org/a/fork/blob/1234567/README.md', 'Source']);
    const read = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');
    expect(read('robots.txt')).toContain('Sitemap: https://example.org/x/sitemap-index.xml');
    expect(read('sitemap-0.xml')).toContain('<loc>https://example.org/x/bread/code/</loc>');
    expect(document.querySelector('link[rel=alternate]')!.getAttribute('href')).toBe('/x/feed.xml');
    const feed = read('feed.xml');
    expect(
      [...feed.matchAll(/<item><title>(\w+): [^<&]+<\/title><link>([^<]+)<\/link>/g)].map((item) => item.slice(1)),
    ).toEqual([
      ['Bread', 'https://example.org/x/bread/'],
      ['Tea', 'https://example.org/x/tea/'],
    ]);
    expect(feed).not.toMatch(/&(?!amp;|lt;|gt;)|date/i);
  });

  it('has its claims listed under its name', () => {
    expect(linksOf('claims/', '#dot-product-variance .told')).toEqual([
      ['/x/bread/plain/#claim-dot-product-variance', 'Bread in plain English, “Water”'],
    ]);
  });
});

describe('a lesson that would lose its reader', () => {
  const bread = join(root, 'content/lessons/bread');

  it('stops the build at an anchor that is not there', () => {
    const path = join(bread, 'places.ts');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace("code: 'stir'", "code: 'stirred'"));
    const { ok, said } = build();
    expect(said).toContain('content/lessons/bread/places.ts names #stirred, and code.mdx has no such section.');
    expect(ok).toBe(false);
    writeFileSync(path, sound);
  }, 120_000);

  it('stops the build where it has no overview', () => {
    const path = join(bread, 'index.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('order: 0', 'order: 3'));
    const { ok, said } = build();
    expect(said).toContain('content/lessons/bread has no overview: write index.mdx, with order: 0 at its head.');
    expect(ok).toBe(false);
  }, 120_000);
});
