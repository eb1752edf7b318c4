/** A whole site in another language than English, one that runs from right to left. */
import { appendFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concepts } from '../../content/concepts.ts';
import { pageAt, readSite, type BuiltSite } from '../../src/audit/site.ts';
import { faultsOf } from '../../src/integrations/audit.ts';
import { serveSite, type ServedSite } from '../bench/site-server.ts';
import { launchBrowser } from '../site/browser.ts';
import { build, fixtures, layOut } from './lessons/site.ts';

const root = resolve('.cache/arabic-site');
let site: BuiltSite;

beforeAll(() => {
  layOut(root);
  const put = (from: string, to: string): void => {
    const path = join(root, 'content', to);
    mkdirSync(resolve(path, '..'), { recursive: true });
    const told = readFileSync(join(fixtures, from), 'utf8');
    // In this site Arabic is what has no language behind a dot.
    writeFileSync(path, told.replaceAll(/(bread|salt|masks)\.ar\b/g, '$1').replaceAll('../bread/', './'));
  };
  for (const file of ['index', 'plain', 'code']) put(`bread.ar/${file}.mdx`, `lessons/bread/${file}.mdx`);
  put('bread.ar/places.ts', 'lessons/bread/places.ts');
  put('salt.ar/index.mdx', 'lessons/salt/index.mdx');
  const terms = Object.keys(concepts).map((id) => `<Term id="${id}">مفهوم</Term>`);
  appendFileSync(
    join(root, 'content/lessons/salt/index.mdx'),
    `\nimport Term from '#components/prose/Term.astro';\n\n## المفاهيم\n\n${terms.join(' ')}\n`,
  );
  put('home.ar.mdx', 'home.mdx');
  put('masks.ar.mdx', 'figures/masks.mdx');
  put('strings/without-letters.ts', 'strings/ar.ts');
  cpSync(join(fixtures, 'tea'), join(root, 'content/lessons/salt.en'), { recursive: true });
  // What these pages say is content, and its author's to translate.
  for (const page of ['claims', 'gallery', 'glossary', 'api'])
    writeFileSync(
      join(root, `content/${page}.mdx`),
      '---\ntitle: صفحة\ndescription: صفحة من صفحات هذا الموقع، كُتبت لتُقرأ من اليمين إلى اليسار.\n---\n',
    );
  const { ok, said } = build(root, { SITE_LANG: 'ar', SITE_ORIGIN: 'https://example.org' });
  expect(said).toContain('Complete!');
  expect(ok).toBe(true);
  site = readSite(join(root, 'dist'), '/x/');
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pageOf = (path: string): Document => pageAt(site, `/x/${path}`)!.document;

/** What is English on every page and says so: figures, claims, the library; and what is no language. */
const untranslated =
  '[lang=en], [translate=no], code, pre, script, style, .katex, .equation, .references li, .citation';
/** What is read or heard of a page. */
function wordsOf({ documentElement: page }: Document): string[] {
  for (const template of page.querySelectorAll('template')) {
    const card = page.ownerDocument.createElement('div');
    card.innerHTML = template.innerHTML;
    template.replaceWith(card);
  }
  for (const part of page.querySelectorAll(untranslated)) part.remove();
  const heard = ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) =>
    [...page.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)!),
  );
  const told = [
    ...page.querySelectorAll('meta:is([name=description], [property="og:site_name"], [property="og:image:alt"])'),
  ].map((meta) => meta.getAttribute('content')!);
  return [page.textContent, ...heard, ...told].flatMap((text) => text.match(/[A-Za-z][a-z]{2,}[A-Za-z ]*/g) ?? []);
}

describe('a site in another language', () => {
  it('says which it is and which way it runs, on every page but those told in English', () => {
    expect(faultsOf(site)).toEqual([]);
    for (const { path, document } of site.pages) {
      const { documentElement: html } = document;
      const expected = path.startsWith('/en/') ? ['en', 'ltr'] : ['ar', 'rtl'];
      expect([html.getAttribute('lang'), html.getAttribute('dir')], path).toEqual(expected);
    }
    expect(site.pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['/', '/bread/plain/', '/en/salt/']));
  });

  it('has its lessons in the masthead, and leads to the other language and back', () => {
    const linksOf = (path: string, selector: string) =>
      [...pageOf(path).querySelectorAll(selector)].map((link) => link.getAttribute('href'));
    expect(linksOf('', '.masthead nav:not(.languages) a')).toEqual(['/x/bread/', '/x/salt/']);
    expect(linksOf('en/salt/', '.masthead nav:not(.languages) a')).toEqual(['/x/en/salt/']);
    expect(linksOf('salt/', 'a[hreflang]')).toEqual(['/x/en/salt/']);
    expect(linksOf('en/salt/', 'a[hreflang]')).toEqual(['/x/salt/']);
    const told = [...pageOf('salt/').querySelectorAll('link[hreflang]')];
    expect(told.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])).toEqual([
      ['ar', 'https://example.org/x/salt/'],
      ['en', 'https://example.org/x/en/salt/'],
    ]);
  });

  it('has no English word of the shell left', () => {
    for (const { path, document } of site.pages)
      if (!path.startsWith('/en/')) expect(wordsOf(document), path).toEqual([]);
    const worker = readFileSync(join(root, 'dist/service-worker.js'), 'utf8');
    expect(worker).toMatch(/<html lang=\\"ar\\" dir=\\"rtl\\">.*<h1>[^A-Za-z]+<\/h1><p>[^A-Za-z]+<\/p>"/);
    // It is asked for, as on every site that does not say otherwise.
    const scripts = globSync('dist/_astro/*.js', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
    expect(scripts.some((script) => script.includes('/x/service-worker.js'))).toBe(true);
    expect(readFileSync(join(root, 'dist/feed.xml'), 'utf8')).toMatch(/<title>[^A-Za-z]+<\/title>/);
  });
});

describe.each([390, 1440])('a page that runs from right to left, at %i pixels', (width) => {
  let served: ServedSite;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    served = await serveSite(join(root, 'dist'));
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
    await page.goto(`${served.address}bread/plain/`);
  });
  afterAll(async () => {
    await browser.close();
    served.close();
  });
  const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;

  it('is no wider than the screen', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('begins on the right: its masthead, its registers, its contents', async () => {
    const [name, find] = [await box('.masthead .name'), await box('.masthead .find')];
    expect(name.x + name.width).toBeGreaterThan(width - 60);
    expect(find.x).toBeLessThan(name.x);
    expect((await box('.registers a')).x).toBeGreaterThan((await box('.registers a:nth-child(3)')).x);
    if (width > 1300) expect((await box('.contents')).x).toBeGreaterThan((await box('article')).x + 300);
  });

  it('keeps formulas, code and figures from left to right', async () => {
    const waysOf = (selector: string) =>
      page.locator(selector).evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).direction))]);
    for (const selector of ['.katex', 'article code', 'article pre', '.figure', '.figure svg'])
      expect(await waysOf(selector), selector).toEqual(['ltr']);
    for (const selector of ['h1', 'article > p', 'figcaption', '.masthead'])
      expect(await waysOf(selector), selector).toEqual(['rtl']);
  });
});
