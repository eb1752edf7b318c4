/** What the built files say by themselves: no browser is needed to read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { readSite } from '../../src/audit/site.ts';
import { faultsOf } from '../../src/integrations/audit.ts';

const base = new URL(inject('site')).pathname;
const site = readSite(inject('folder'), base);

describe('the built site', () => {
  it('leads somewhere with every address, under a base, and keeps its budgets', () => {
    const count = (folder: string, end: string): number =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end)).length;
    const sheets = site.pages.filter(({ path }) => path.endsWith('/worksheet/')).length;
    expect(sheets).toBeGreaterThan(0);
    // Besides texts, figures and worksheets, the licences, and the page of an address that leads nowhere.
    expect(site.pages.length - sheets).toBe(count('content', '.mdx') + 2);
    expect(faultsOf(site)).toEqual([]);
  });

  it('has no two pages of one title', () => {
    const titles = Map.groupBy(site.pages, ({ document }) => document.title);
    expect(titles.size).toBeGreaterThan(40);
    expect([...titles].filter(([, pages]) => pages.length > 1).map(([title]) => title)).toEqual([]);
  });

  it('says on every page whose it is, and serves an icon to whoever asks for one by name', () => {
    for (const { document } of site.pages)
      if (document.querySelector('.foot'))
        expect(document.querySelector(`.foot a[href="${base}licences/"]`)).not.toBe(null);
    const { textContent } = site.pages.find(({ path }) => path === '/licences/')!.document.querySelector('main')!;
    expect(textContent).toContain('Universal Sentence Encoder Lite, by Google, Apache License 2.0');
    expect(textContent).toContain('MIT License');
    const icon = readFileSync(join(inject('folder'), 'favicon.ico'));
    // One picture, of 32 pixels a side, and where the head says that it begins there is a PNG.
    expect([...icon.subarray(4, 8)]).toEqual([1, 0, 32, 32]);
    expect(icon.toString('latin1', icon.readUInt32LE(18) + 1, icon.readUInt32LE(18) + 4)).toBe('PNG');
    expect(icon.length).toBe(icon.readUInt32LE(18) + icon.readUInt32LE(14));
  });

  it('brings figures at most 20 KB a file, to answer examples without the model', () => {
    const folder = join(inject('folder'), 'figures');
    const weights = readdirSync(folder).map(
      (file) => [file, gzipSync(readFileSync(join(folder, file))).length] as const,
    );
    expect(weights.map(([file]) => file)).toContain('examples.json');
    expect(weights.filter(([, bytes]) => bytes > 20_000)).toEqual([]);
  });
});

it.each(site.pages.filter(({ path }) => !path.startsWith('/embed/')))(
  '$path has one heading of the first level, skips none, and says where it is',
  ({ document }) => {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      (each) => [Number(each.tagName[1]), each.textContent!.trim()] as const,
    );
    expect(headings.filter(([level]) => level === 1)).toHaveLength(1);
    expect(headings[0]![0]).toBe(1);
    headings.forEach(([level, text], index) => {
      expect(level - (headings[index - 1]?.[0] ?? 0), text).toBeLessThanOrEqual(1);
      expect(text).not.toBe('');
    });
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('main')).toHaveLength(1);
    expect(document.querySelectorAll('.registers [aria-current=page]')).toHaveLength(
      document.querySelectorAll('.registers').length,
    );
  },
);

const maps = '.figure [data-point=cells][tabindex="0"]';

it('has maps that are gone through by arrows', () => {
  expect(site.pages.filter(({ document }) => document.querySelector(maps)).length).toBeGreaterThan(5);
});

it.each(site.pages.filter(({ path }) => path.startsWith('/embed/')))(
  'a map on $path leads who reads on to its table, which says whose numbers it has',
  ({ document }) => {
    const title = document.querySelector('.figure .title')!.textContent!.trim();
    for (const map of document.querySelectorAll(maps)) {
      expect(map.nextElementSibling?.textContent).toMatch(/^This map is also a table/);
      expect(document.getElementById(map.getAttribute('aria-details') ?? '')?.tagName).toBe('DETAILS');
    }
    for (const summary of document.querySelectorAll('.numbers > summary'))
      expect(summary.textContent!.replace(/\s+/g, ' ').trim()).toBe(`The numbers of ${title}`);
  },
);

describe.each(readdirSync('components/figures').toSorted())('%s, alone on a page', (name) => {
  const { document } = site.pages.find(({ path }) => path === `/embed/${name}/`)!;
  const figure = document.querySelector('.figure')!;

  it('has its badge, a drawing or a table, its caption, its numbers and the way back in the HTML', () => {
    expect(figure.querySelector('header .badge')!.getAttribute('data-badge')).toMatch(
      /^(trained|computed|hand-set|seeded random|measured)$/,
    );
    expect(figure.id).toBe(`figure-${name}`);
    expect(figure.querySelectorAll('svg, table').length).toBeGreaterThan(0);
    expect(document.querySelector('figcaption')!.textContent!.trim().length).toBeGreaterThan(40);
    expect(figure.querySelectorAll('table td').length).toBeGreaterThan(3);
    expect(document.querySelector('.origin a')!.getAttribute('href')!.startsWith(base)).toBe(true);
  });
});
