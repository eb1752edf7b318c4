/** What is drawn, at every width of a window: it can be read, and nothing moves under a reader’s hands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { LiveFigure } from '../../components/figure/live-figure.ts';
import { chapters, openPage, resize, scrollThrough, settled } from './site.ts';

declare global {
  interface Window {
    /** Shifts of layout since this was last called. */
    takeShifts(): number;
  }
}

/** Keeps what shifts on a page from its first frame on. */
function watchShifts(): void {
  const shifts: number[] = [];
  const keep = (entries: PerformanceEntryList): void =>
    void shifts.push(...entries.map((entry) => (entry as PerformanceEntry & { value: number }).value));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.takeShifts = () => {
    keep(observer.takeRecords());
    return shifts.splice(0).reduce((sum, shift) => sum + shift, 0);
  };
}

/**
 * Holds the styles of a page back until the letters that it asks for at once have come, so that its first paint has
 * them, on a busy machine too: those of formulas are let in later as well, and lines then break anew.
 */
async function lettersFirst(page: Page, path: string): Promise<void> {
  const html = readFileSync(join(inject('folder'), path, 'index.html'), 'utf8');
  const asked = html.match(/<link rel="preload" as="font"/g)!.length;
  let come = 0;
  page.on('requestfinished', (request) => (come += Number(request.resourceType() === 'font')));
  await page.route('**/*.css', async (route) => {
    await expect.poll(() => come).toBeGreaterThanOrEqual(asked);
    await route.continue();
  });
}

/** Shifts of layout since this was last called, when nothing moves any more. */
async function shiftSince(page: Page): Promise<number> {
  await settled(page);
  return page.evaluate(() => window.takeShifts());
}

/** Waits until a figure's script has taken it over and drawn it; some have none. */
function taken(title: Locator): Promise<void> {
  return title.evaluate(async (element) => {
    const figure = element.closest<LiveFigure>('[data-figure]');
    if (!figure) return;
    while (!figure.matches('[data-live]')) await new Promise(requestAnimationFrame);
    await figure.settled();
  });
}

/** Texts in drawings that are smaller or larger than is read with ease, as they stand in the window. */
function oddTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const odd = new Set<string>();
    for (const text of document.querySelectorAll<SVGTextElement>('.figure [data-drawing] svg text')) {
      if (text.getClientRects().length === 0 || text.textContent!.trim() === '') continue;
      for (const part of text.querySelector('tspan') ? text.querySelectorAll('tspan') : [text]) {
        const { c, d } = text.getScreenCTM()!;
        // A turned text has its height in both.
        const size = parseFloat(getComputedStyle(part).fontSize) * Math.hypot(c, d);
        const where = `${text.closest('.figure')!.id}, ${text.closest('[data-pane]')?.getAttribute('data-pane')}`;
        if (size < 9.95 || size > 14.05) odd.add(`${where}: ${size.toFixed(1)} px`);
      }
    }
    return [...odd];
  });
}

/** Texts of drawings that reach out of them. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = new Set<string>();
    for (const text of document.querySelectorAll<SVGTextElement>('.figure [data-drawing] svg text')) {
      if (text.getClientRects().length === 0 || text.textContent!.trim() === '') continue;
      const [inner, outer] = [text.getBoundingClientRect(), text.ownerSVGElement!.getBoundingClientRect()];
      if (inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5)
        cut.add(`${text.closest('.figure')!.id}, ${text.textContent}`);
    }
    return [...cut];
  });
}

/** A window that a page is opened in, and what it is then made to. */
const widths = [
  [360, 700],
  [768, 1024],
  [1280, 1440],
] as const;

test.each(widths.flatMap(([width, wider]) => ['', ...chapters].map((path) => [width, path, wider] as const)))(
  'at %i pixels all that is drawn on /%s can be read, and stays where it is when it is touched; at %i too it is read',
  { timeout: 180_000 },
  async (width, path, wider) => {
    const before = async (page: Page): Promise<void> => {
      await page.addInitScript(watchShifts);
      await lettersFirst(page, path);
    };
    const page = await openPage(path, { width, before });
    await scrollThrough(page);
    expect(await shiftSince(page), 'from load to scrolled through').toBeLessThanOrEqual(0.02);
    expect(await oddTexts(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);

    for (const title of await page.locator('.figure > header .title').all()) {
      await title.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await shiftSince(page);
      const { x, y, height } = (await title.boundingBox())!;
      await page.mouse.click(x + 10, y + height / 2);
      await taken(title);
      expect(await shiftSince(page), (await title.textContent())!).toBeLessThanOrEqual(0.02);
    }
    expect(await oddTexts(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);

    // Laid out as if all were in sight.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    await resize(page, wider);
    expect(await oddTexts(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
  },
);

test.each(chapters)('on /%s no word of a drawing is cut where the letters of the page do not come', async (path) => {
  const page = await openPage(path, {
    width: 768,
    expectErrors: true,
    before: (page) => page.route('**/*.woff2', (route) => route.abort()),
  });
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  expect(await cutTexts(page)).toEqual([]);
});
