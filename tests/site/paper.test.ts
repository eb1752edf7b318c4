/** That the notebook can be read, cited and printed like a paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { claims } from '../../lib/claims/index.ts';
import { pageAt, readSite } from '../../src/audit/site.ts';
import { readBibliography } from '../../src/markdown/bibtex.ts';
import { openPage } from './site.ts';

const base = new URL(inject('site')).pathname;
const site = readSite(inject('folder'), base);
const documentOf = (path: string): Document => pageAt(site, base + path)!.document;

describe('the page of claims', () => {
  const document = documentOf('claims/');
  const entries = [...document.querySelectorAll('.entry')];

  test('has each claim once, under its chapter and section', () => {
    expect(entries.map(({ id }) => id).toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    expect(entries.filter((entry) => !entry.closest('section')?.querySelector('h2'))).toEqual([]);
    expect(document.querySelectorAll('h3 a').length).toBeGreaterThan(5);
  });

  test('leads from each to the very place that states it', () => {
    for (const entry of entries) {
      const links = [...entry.querySelectorAll<HTMLAnchorElement>('.told a')];
      expect(links.length, entry.id).toBeGreaterThan(0);
      for (const link of links) {
        const [path, anchor] = link.getAttribute('href')!.split('#');
        const place = pageAt(site, path!)!.document.getElementById(anchor!)!;
        // The number, the question that asks for it, or the figure whose caption states it.
        const says =
          place.matches('.predict .ask') ||
          [place, ...place.querySelectorAll('.claim')].some((each) =>
            each.getAttribute('href')?.endsWith(`/claims/#${entry.id}`),
          );
        expect(says, `${entry.id} at ${link.getAttribute('href')}`).toBe(true);
      }
    }
  });

  test('names what measures each, by file and line, and what tests it', () => {
    for (const entry of entries) {
      const [measured, tested] = [...entry.querySelectorAll('.made :is(a, code)')].map((each) => each.textContent!);
      const [path, line] = measured!.split(':');
      const source = readFileSync(path!, 'utf8').split('\n');
      // One of a family is named by its file alone.
      if (line !== undefined) expect(source[Number(line) - 1], entry.id).toContain(entry.id);
      expect(readFileSync(tested!, 'utf8')).toContain('it.each(claims.map');
    }
  });
});

const chapters = site.pages.filter(({ document }) => document.querySelector('.chapter'));

describe('sections, formulas and figures', () => {
  test.each(chapters.map(({ path, document }) => [path, document] as const))(
    'are numbered one after another, and found by their numbers, in %s',
    (_path, document) => {
      const numbers = (selector: string) =>
        [...document.querySelectorAll(selector)].map((number) => {
          const place = document.getElementById(number.getAttribute('href')!.slice(1))!;
          expect(place.contains(number)).toBe(true);
          return number.textContent!.trim();
        });
      const counted = (count: number, name: (number: number) => string) =>
        Array.from({ length: count }, (_, index) => name(index + 1));
      const sections = [...document.querySelectorAll('article > h2')];
      expect(numbers('h2 > .number')).toEqual(counted(sections.length, String));
      expect(numbers('.equation > .number')).toEqual(
        counted(document.querySelectorAll('.equation').length, (number) => `(${number})`),
      );
      expect(numbers('.figure > header .number')).toEqual(
        counted(document.querySelectorAll('.figure').length, (number) => `Figure ${number}`),
      );
      expect([...document.querySelectorAll('.contents li')].map((item) => item.textContent!.trim())).toEqual(
        [...document.querySelectorAll('article > h2, .references h2')].map((heading) => heading.textContent!.trim()),
      );
    },
  );

  test('formulas are named by the sentence that introduces them', () => {
    const names = chapters.flatMap(({ document }) =>
      [...document.querySelectorAll('.equation .scroll')].map((formula) => formula.getAttribute('aria-label')!),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !/^Equation \d+: .{3,}/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a formula', () => {
  test('is copied as its TeX, once', async () => {
    const page = await openPage('attention/academic/');
    const copied = await page.evaluate(() => {
      const block = document.querySelector('.equation .katex-html')!;
      const data = new DataTransfer();
      getSelection()!.selectAllChildren(block);
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
      return data.getData('text/plain');
    });
    expect(copied.match(/\\begin\{gathered\}/g)).toHaveLength(1);
    expect(copied).toMatch(/^\$\$\n[\s\S]*\n\$\$$/);
  });

  test('is copied with the text around it, which stays as it is', async () => {
    const page = await openPage('attention/academic/');
    const copied = await page.evaluate(() => {
      const paragraph = document.querySelector('article p:has(.formula)')!;
      const data = new DataTransfer();
      getSelection()!.selectAllChildren(paragraph);
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }));
      return data.getData('text/plain');
    });
    expect(copied).toMatch(/^Notation: \$n\$ queries, \$m\$ keys and values, \$d_K\$ features/);
  });

  test('keeps on its line what stands against it', async () => {
    const page = await openPage('attention/academic/', { width: 390 });
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    /** A full stop that stands further left than the end of the formula before it. */
    const parted = () =>
      page.locator('article .unparted').evaluateAll((all) =>
        all.flatMap((span) => {
          const end = [...span.querySelectorAll('.katex-base')].at(-1)?.getClientRects()[0];
          const stop = document.createRange();
          stop.selectNodeContents(span.lastChild!);
          const [first] = stop.getClientRects();
          return end && first && first.left < end.left ? [span.querySelector('annotation')!.textContent] : [];
        }),
      );
    await expect.poll(parted).toEqual([]);
    expect(await page.locator('article .unparted').count()).toBeGreaterThan(50);
  });
});

describe('what is wider than its place', () => {
  test.each([360, 1440])('is a stop of the keyboard at %i px, and nothing else that could scroll is', async (width) => {
    // With a place asked for, all of the page is laid out.
    const page = await openPage('attention/academic/#what-it-costs', { width });
    const wrong = () =>
      page
        .locator('.scroll')
        .evaluateAll((all) =>
          all
            .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth !== (each.tabIndex === 0))
            .map((each) => each.ariaLabel),
        );
    await expect.poll(wrong).toEqual([]);
    expect(await page.locator('.scroll[tabindex]').count()).toBeGreaterThan(width < 400 ? 1 : -1);
  });
});

describe('citing', () => {
  const citing = chapters.filter(({ document }) => document.querySelector('.references'));

  test.each(citing.map(({ path, document }) => [path, document] as const))(
    'takes along exactly the references that %s lists',
    (path, document) => {
      const href = document.querySelector('.references .taken a')!.getAttribute('href')!;
      expect(href).toBe(`${base}${path.slice(1)}references.bib`);
      const bibliography = readBibliography(readFileSync(join(inject('folder'), path, 'references.bib'), 'utf8'));
      const listed = [...document.querySelectorAll('.references li')].map(({ id }) => id.replace('ref-', ''));
      expect([...bibliography.keys()].toSorted()).toEqual(listed.toSorted());
    },
  );

  test('cites the page by its title, the name of the site, and an address that leads to it', async () => {
    const page = await openPage('attention/academic/');
    await page.getByText('Cite this page').click();
    const entry = await page.locator('.cite pre').innerText();
    expect(entry).toMatch(
      /^@misc\{attention-notebook-attention-academic,\n {2}author = \{\{The Attention Notebook\}\},\n {2}title = \{Attention, defined and derived\},/,
    );
    expect(/url = \{(.*)\}/.exec(entry)![1]).toBe(page.url());
  });
});

describe('on paper', () => {
  test.each(['academic', 'practice'])(
    'what is folded in %s is printed: answers, solutions, references',
    async (chapter) => {
      const page = await openPage(`attention/${chapter}/`);
      await page.emulateMedia({ media: 'print' });
      const folded = page.locator('.think > div, .predict .why, .solution pre, .references ul');
      expect(await folded.count()).toBeGreaterThan(5);
      const hidden = () => folded.evaluateAll((all) => all.filter((each) => !each.checkVisibility()).length);
      await expect.poll(hidden).toBe(0);
      await page.emulateMedia({ media: 'screen' });
      expect(await hidden()).toBe(await folded.count());
    },
  );

  test('text is set in 10.5 points, nothing is parted from its title, no figure cut in two, and no control is printed', async () => {
    // As wide as a sheet between its margins.
    const page = await openPage('attention/academic/', { width: 665 });
    await page.emulateMedia({ media: 'print' });
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('article > p:not([class])', 'font-size')).toBe('14px');
    const edges = await page
      .locator('article > p, .figure')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().left)));
    expect(new Set(edges).size).toBe(1);
    expect(await style('article h2', 'break-after')).toBe('avoid');
    expect(await style('.equation', 'break-inside')).toBe('avoid');
    expect(await style('.figure > header', 'break-after')).toBe('avoid');
    expect(
      await page
        .locator('.masthead, .contents, .registers, .controls, .share, .taken, .go-on, button, .figure summary')
        .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.className)),
    ).toEqual([]);
    // A sheet of American letter paper, the lower of the two, has 241 mm between its margins.
    const high = await page
      .locator('.figure')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height > 912).map((each) => each.id));
    expect(high).toEqual([]);
    const wide = await page
      .locator('.scroll')
      .evaluateAll((all) => all.filter((each) => getComputedStyle(each).overflowX !== 'visible').length);
    expect(wide).toBe(0);
  });
});

describe('a card beside a citation or a measured number', () => {
  test('shows the reference on hover, moves nothing, and goes with Escape', async () => {
    const page = await openPage('attention/academic/#what-attention-is');
    const card = page.locator('.preview');
    const citation = page.locator('.citation').first();
    await citation.scrollIntoViewIfNeeded();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await citation.hover();
    await expect.poll(() => card.textContent()).toContain('Attention Is All You Need');
    expect(await height()).toBe(before);
    expect(await card.textContent()).not.toContain('Back');
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
  });

  test('copies the one reference as BibTeX, and so does its entry in the list once the reader is led there', async () => {
    const page = await openPage('attention/academic/#what-attention-is');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const citation = page.locator('.citation').first();
    await citation.hover();
    await page.locator('.preview').getByRole('button', { name: 'Copy BibTeX' }).click();
    await expect.poll(copied).toMatch(/^@inproceedings\{vaswani2017,\n[^@]*\n\}\n$/);
    expect([...readBibliography(await copied()).keys()]).toEqual(['vaswani2017']);

    await page.keyboard.press('Escape');
    await page.evaluate(() => void (location.hash = '#ref-luong2015'));
    const button = page.locator('.references').getByRole('button', { name: 'Copy BibTeX' });
    await button.press('Enter');
    await expect.poll(copied).toContain('{luong2015,');
    expect(await page.locator('.references button').count()).toBe(1);
  });

  test('says on focus what was measured, what theory expects and with which seed', async () => {
    const page = await openPage('attention/academic/');
    const claim = page.locator('a.claim[href$="#dot-product-variance"]').first();
    await page.keyboard.press('Tab');
    await claim.focus();
    const card = page.locator('.preview');
    expect(await card.textContent()).toMatch(
      /Measured 1\.\d+; theory: 1, ± 0\.09 \(seeded random, seed \d+\)\. How it was measured$/,
    );
    expect(await claim.getAttribute('aria-describedby')).toBe('preview');
    // The page may move under a pointer that rests: what it is over then closes nothing that the keyboard opened.
    await page.mouse.move(3, 300);
    await page.mouse.move(6, 303);
    await page.evaluate(() => new Promise((after) => setTimeout(after, 300)));
    expect(await claim.getAttribute('aria-describedby')).toBe('preview');
    await page.keyboard.press('Tab');
    expect(await claim.getAttribute('aria-describedby')).toBeNull();
  });

  test('opens with the first tap and lies within a phone’s screen; its link leads on', async () => {
    const page = await openPage('attention/academic/', { width: 360, touch: true });
    const claim = page.locator('a.claim').first();
    await claim.scrollIntoViewIfNeeded();
    await claim.tap();
    const card = page.locator('.preview');
    expect(page.url()).toMatch(/academic\/$/);
    const { x, width } = (await card.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await card.getByRole('link', { name: 'How it was measured' }).tap();
    await expect.poll(() => page.url()).toContain('/claims/#');
  });
});
