import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAt, readSite, type BuiltSite } from '../../src/audit/site.ts';
import { faultsOf } from '../../src/integrations/audit.ts';
import { build, fixtures, layOut } from './lessons/site.ts';

/** As the Pages workflow tells a fork's build of itself. */
const host = {
  SITE_ORIGIN: 'https://example.org',
  SITE_SOURCE: 'https://example.org/a/fork/blob/1234567/',
  SITE_EDIT: 'https://example.org/a/fork/edit/main/',
  // Its readers are to keep nothing.
  SITE_OFFLINE: 'off',
};
const root = resolve('.cache/site-of-lessons');

beforeAll(() => {
  layOut(root);
  for (const figure of ['figures/masks.mdx', 'figures/temperature.mdx'])
    cpSync(join('content', figure), join(root, 'content', figure));
  for (const lesson of ['bread', 'bread.ar', 'salt', 'salt.ar', 'tea', 'yeast'])
    cpSync(join(fixtures, lesson), join(root, 'content/lessons', lesson), { recursive: true });
  for (const path of ['home.mdx', 'home.ar.mdx', 'strings/ar.ts'])
    cpSync(join(fixtures, path), join(root, 'content', path));
  cpSync(join(fixtures, 'masks.ar.mdx'), join(root, 'content/figures/masks.ar.mdx'));
  // Lessons enough for the masthead to name them all no more.
  const salt = readFileSync(join(fixtures, 'salt/index.mdx'), 'utf8');
  for (const [name, order] of [
    ['Honey', 4],
    ['Oil', 5],
  ] as const) {
    const folder = join(root, 'content/lessons', name.toLowerCase());
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.mdx'), salt.replaceAll('Salt', name).replace('order: 3', `order: ${order}`));
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let site: BuiltSite;
beforeAll(() => {
  const { ok, said } = build(root, host);
  expect(said).toContain('Complete!');
  expect(ok).toBe(true);
  site = readSite(join(root, 'dist'), '/x/');
}, 300_000);

const linksOf = (path: string, selector: string): [string, string][] =>
  [...pageAt(site, `/x/${path}`)!.document.querySelectorAll<HTMLElement>(`${selector} a`)].map((link) => [
    link.getAttribute('href')!,
    link.textContent!.trim(),
  ]);

/** Where each way of a chapter's bar leads from each of its sections. */
const placesOf = (path: string): unknown[] =>
  [...pageAt(site, `/x/${path}`)!.document.querySelectorAll('.registers a')].map(
    (link) => JSON.parse(link.getAttribute('data-places')!) as unknown,
  );

describe('a lesson that is a folder and nothing else', () => {
  it('has its pages, and no dead link', () => {
    const pages = site.pages.map(({ path }) => path);
    for (const path of ['bread/', 'bread/plain/', 'bread/code/', 'ar/bread/plain/', 'salt/'])
      expect(pages).toContain(`/${path}`);
    expect(faultsOf(site)).toEqual([]);
  });

  it('is led to from the opening page, by its name and its chapters, in the order of the lessons', () => {
    expect(linksOf('', '.lesson-list')).toEqual([
      ['/x/tea/', 'Tea'],
      ['/x/tea/', 'Overview'],
      ['/x/tea/leaves/', 'Leaves'],
      ['/x/bread/', 'Bread'],
      ['/x/bread/', 'Overview'],
      ['/x/bread/plain/', 'Plain'],
      ['/x/bread/code/', 'Code'],
      ['/x/salt/', 'Salt'],
      ['/x/honey/', 'Honey'],
      ['/x/oil/', 'Oil'],
    ]);
  });

  it('is read on from its last page to the first of the next, in its language, and back', () => {
    const waysOf = (path: string) =>
      Object.fromEntries(
        [...pageAt(site, `/x/${path}`)!.document.querySelectorAll('.onward a')].map((link) => [
          link.getAttribute('rel'),
          link.getAttribute('href'),
        ]),
      );
    expect(waysOf('tea/')).toEqual({ next: '/x/tea/leaves/' });
    expect(waysOf('tea/leaves/')).toEqual({ prev: '/x/tea/', next: '/x/bread/' });
    expect(waysOf('bread/')).toEqual({ prev: '/x/tea/leaves/', next: '/x/bread/plain/' });
    expect(waysOf('bread/code/')).toEqual({ prev: '/x/bread/plain/', next: '/x/salt/' });
    expect(waysOf('salt/')).toEqual({ prev: '/x/bread/code/', next: '/x/honey/' });
    expect(waysOf('oil/')).toEqual({ prev: '/x/honey/' });
    expect(waysOf('ar/bread/')).toEqual({ next: '/x/ar/bread/plain/' });
    expect(waysOf('ar/bread/code/')).toEqual({ prev: '/x/ar/bread/plain/', next: '/x/ar/salt/' });
    expect(waysOf('ar/salt/')).toEqual({ prev: '/x/ar/bread/code/' });
    const [, next] = linksOf('tea/leaves/', '.onward');
    expect(next![1]).toMatch(/^Next\s*Bread, told twice$/);
  });

  it('is named in the masthead, which leads to the list where there are more than stand on a line', () => {
    for (const path of ['', 'claims/', 'bread/', 'bread/code/', 'salt/'])
      expect(linksOf(path, '.masthead nav:not(.languages)')).toEqual([['/x/#lessons', 'All 5 lessons']]);
    for (const path of ['ar/', 'ar/bread/', 'ar/bread/code/', 'ar/salt/'])
      expect(linksOf(path, '.masthead nav:not(.languages)')).toEqual([
        ['/x/ar/bread/', 'الخبز'],
        ['/x/ar/salt/', 'الملح'],
      ]);
    const currentOf = (path: string) =>
      [...pageAt(site, `/x/${path}`)!.document.querySelectorAll('.masthead nav [aria-current]')].map((link) => [
        link.textContent!.trim(),
        link.getAttribute('aria-current'),
      ]);
    expect(currentOf('ar/bread/')).toEqual([['الخبز', 'page']]);
    expect(currentOf('ar/bread/code/')).toEqual([['الخبز', 'true']]);
    expect(currentOf('ar/')).toEqual([]);
  });

  it('has a switch of its own registers that keeps the reader at the same idea', () => {
    expect(linksOf('bread/code/', '.registers')).toEqual([
      ['/x/bread/', 'Overview'],
      ['/x/bread/plain/', 'Plain'],
      ['/x/bread/code/', 'Code'],
      ['/x/ar/bread/code/', 'العربية'],
    ]);
    expect(placesOf('bread/code/')).toEqual([
      {},
      { mix: 'flour', stir: 'water' },
      { mix: 'mix', stir: 'stir' },
      { mix: 'اخلط', stir: 'حرّك' },
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
    expect([...feed.matchAll(/<item><title>[^<]+<\/title><link>([^<]+)<\/link>/g)].map(([, link]) => link)).toEqual(
      ['oil', 'honey', 'salt', 'bread', 'tea'].map((lesson) => `https://example.org/x/${lesson}/`),
    );
    expect(feed).toContain('<title>Bread, told twice</title>');
    const says = (property: string) =>
      document.querySelector(`meta[property="og:${property}"]`)!.getAttribute('content');
    expect([says('title'), says('image')]).toEqual(['Bread in code', 'https://example.org/x/social/bread/code.png']);
    const embed = pageAt(site, '/x/embed/masks/')!.document;
    expect(
      ['title', 'image'].map((name) => embed.querySelector(`meta[property="og:${name}"]`)!.getAttribute('content')),
    ).toEqual(['masks', 'https://example.org/x/social/embed/masks.png']);
    for (const page of ['index', 'bread', 'bread/code', 'tea', 'embed/masks'])
      expect(read(`social/${page}.png`)).toContain('PNG');
    expect(feed).not.toMatch(/&(?!amp;|lt;|gt;)|date/i);
  });

  it('has its claims listed under its name', () => {
    expect(linksOf('claims/', '#dot-product-variance .told')).toEqual([
      ['/x/bread/plain/#claim-dot-product-variance', 'Bread in plain English, “Water”'],
    ]);
  });
});

describe('a site whose readers keep nothing', () => {
  it('has a worker that takes itself away, and asks no browser for one', () => {
    const worker = readFileSync(join(root, 'dist/service-worker.js'), 'utf8');
    expect(worker).toContain('registration.unregister()');
    expect(worker).not.toMatch(/fetch|const build/);
    const scripts = globSync('dist/_astro/*.js', { cwd: root });
    expect(scripts.length).toBeGreaterThan(5);
    for (const file of scripts)
      expect(readFileSync(join(root, file), 'utf8').includes('service-worker.js'), file).toBe(false);
  });
});

describe('a lesson of one page', () => {
  it('has it at its own address, without tabs or a name for them', () => {
    const { document } = pageAt(site, '/x/salt/')!;
    expect(document.querySelector('.registers')).toBeNull();
    expect(document.querySelector('h1')!.textContent.trim()).toBe('Salt, told once');
    // Its cards lead into it.
    expect([...document.querySelectorAll('template[data-card=softmax]')].map(({ innerHTML }) => innerHTML)).toEqual([
      expect.stringContaining('href="/x/salt/#term-softmax"'),
    ]);
    const [line] = [...pageAt(site, '/x/')!.document.querySelectorAll('.lesson-list h3')].filter(
      ({ textContent }) => textContent.trim() === 'Salt',
    );
    expect(line!.nextElementSibling!.localName).toBe('p');
  });
});

describe('a draft', () => {
  it('is nowhere in the site, be it a chapter or a lesson, nor is what it alone shows', () => {
    const files = globSync('**/*', { cwd: join(root, 'dist') });
    expect(files.filter((file) => /yeast|academic/.test(file))).toEqual([]);
    expect(files).toContain(join('embed', 'masks', 'index.html'));
    expect(files).not.toContain(join('embed', 'temperature', 'index.html'));
    for (const { path, html } of site.pages) expect(html, path).not.toMatch(/yeast|crumb|academic\//i);
    expect(readFileSync(join(root, 'dist/sitemap-0.xml'), 'utf8')).not.toMatch(/yeast|academic/);
  });
});

describe('a lesson in another language', () => {
  const pageOf = (path: string): Document => pageAt(site, `/x/${path}`)!.document;
  const languagesOf = (path: string) =>
    [...pageOf(path).querySelectorAll('a[hreflang]')].map((link) =>
      ['href', 'lang', 'hreflang'].map((name) => link.getAttribute(name)).concat(link.textContent!.trim()),
    );

  it('says which language it is in and which way it runs, and so do all other pages', () => {
    const told = site.pages.map(({ path, document: { documentElement: html } }) => [
      path.startsWith('/ar/'),
      html.getAttribute('lang'),
      html.getAttribute('dir'),
      html.querySelectorAll('link[rel=stylesheet][href*="rtl."]').length,
    ]);
    for (const page of told)
      expect([
        [true, 'ar', 'rtl', 1],
        [false, 'en', 'ltr', 0],
      ]).toContainEqual(page);
    expect(told.filter(([isArabic]) => isArabic)).toHaveLength(6);
  });

  it('is one step from the same page in another language, and is told to search engines beside it', () => {
    expect(languagesOf('bread/code/')).toEqual([['/x/ar/bread/code/', 'ar', 'ar', 'العربية']]);
    expect(languagesOf('ar/bread/code/')).toEqual([['/x/bread/code/', 'en', 'en', 'English']]);
    // A page without a bar of its own has the way in the masthead.
    for (const path of ['bread/code/', 'ar/bread/code/']) expect(linksOf(path, '.languages')).toEqual([]);
    expect(linksOf('salt/', '.languages')).toEqual([['/x/ar/salt/', 'العربية']]);
    expect(languagesOf('')).toEqual([['/x/ar/', 'ar', 'ar', 'العربية']]);
    for (const path of ['bread/plain/', 'ar/bread/plain/'])
      expect(
        [...pageOf(path).querySelectorAll('link[hreflang]')].map((link) => [
          link.getAttribute('hreflang'),
          link.getAttribute('href'),
        ]),
      ).toEqual([
        ['en', 'https://example.org/x/bread/plain/'],
        ['ar', 'https://example.org/x/ar/bread/plain/'],
      ]);
    // No way to where there is nothing.
    for (const path of ['tea/', 'oil/', 'claims/']) {
      expect(languagesOf(path)).toEqual([]);
      expect(pageOf(path).querySelector('link[hreflang]')).toBeNull();
    }
  });

  it('has all that the site says around it in that language, also what scripts and Markdown say', () => {
    const document = pageOf('ar/bread/plain/');
    const textOf = (selector: string): string => document.querySelector(selector)!.textContent.trim();
    expect(textOf('.masthead .name')).toBe('دفتر الانتباه');
    expect(document.querySelector('.masthead .name')!.getAttribute('href')).toBe('/x/ar/');
    expect(textOf('.contents summary')).toBe('في هذه الصفحة');
    expect(textOf('.predict .label')).toBe('توقّع');
    expect(textOf('.think .label')).toBe('فكّر');
    expect(textOf('.references h2')).toBe('المراجع');
    expect(textOf('#footnote-label')).toBe('الحواشي');
    expect(document.querySelector('[data-footnote-backref]')!.getAttribute('aria-label')).toBe('عد إلى الإحالة 1');
    expect(textOf('.figure .badge')).toMatch(/^محسوب/);
    expect(document.querySelector('template[data-card=query]')!.innerHTML).toContain('الاستعلام');
    const said = JSON.parse(document.querySelector('meta[name=strings]')!.getAttribute('content')!) as object;
    expect(said).toMatchObject({ again: 'اسألني من جديد' });
  });

  it('shows no picture of its own to who links to it: that could not say its title', () => {
    const pictureOf = (path: string) =>
      pageOf(path).querySelector('meta[property="og:image"]')!.getAttribute('content');
    expect(pictureOf('bread/plain/')).toBe('https://example.org/x/social/bread/plain.png');
    expect(pictureOf('ar/bread/plain/')).toBe('https://example.org/x/social/index.png');
  });

  it('leaves figures as they are, with a caption of its own', () => {
    const figure = pageOf('ar/bread/plain/').querySelector('.figure')!;
    expect([figure.getAttribute('lang'), figure.getAttribute('dir')]).toEqual(['en', 'ltr']);
    const caption = figure.querySelector('figcaption')!;
    expect([caption.getAttribute('lang'), caption.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(caption.textContent).toContain('الخلايا المشطوبة');
    // Alone it is one figure, in the language of the site.
    expect(site.pages.filter(({ path }) => path.startsWith('/embed/')).map(({ path }) => path)).toEqual([
      '/embed/masks/',
    ]);
  });
});

describe('a lesson that would lose its reader', () => {
  it('stops the build at an anchor that is not there, and nothing but where, what and what is expected is printed', () => {
    const path = join(root, 'content/lessons/bread/places.ts');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace("code: 'stir'", "code: 'stirred'"));
    const { ok, said } = build(root, host);
    expect(said.slice(said.indexOf('content/lessons/')).trim()).toBe(
      [
        'content/lessons/bread/places.ts:3:28: Here #stirred is named, and code.mdx has no such section. It has: #mix, #stir.',
        'content/lessons/bread/places.ts does not name #stir of code.mdx: say which idea it tells.',
      ].join('\n'),
    );
    expect(ok).toBe(false);
    writeFileSync(path, sound);
  }, 300_000);
});
