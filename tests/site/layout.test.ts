/** How wide things stand, at every width of a window. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openPage } from './site.ts';

const pages = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
const chapters = pages.filter((path) => /^attention\/./.test(path));

/** Where those that are to be seen begin and end, in whole pixels, each pair once. */
function edgesOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0);
    const edges = all.map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return `${Math.round(left)} to ${Math.round(right)}`;
    });
    return [...new Set(edges)];
  }, selector);
}

test.each([320, 360, 768, 1024, 1280, 1440])('a window of %i pixels has two widths of one middle', async (width) => {
  const texts = new Set<string>();
  const others = new Set<string>();
  for (const path of pages) {
    const page = await openPage(path, { width });
    for (const edges of await edgesOf(page, 'main :is(article, .column) > :is(h2, p)')) texts.add(edges);
    for (const edges of await edgesOf(page, '.figure, .registers')) others.add(edges);
  }
  expect([...texts]).toHaveLength(1);
  const wide = [...others].filter((edges) => !texts.has(edges));
  expect(wide.length, wide.join(', ')).toBeLessThanOrEqual(1);
  for (const edges of [...texts, ...wide]) {
    const [left, right] = edges.split(' to ').map(Number) as [number, number];
    expect(Math.abs(left + right - width), edges).toBeLessThanOrEqual(1);
  }
});

test.each([320, 768, 1280, 1440])(
  'at %i pixels nothing passes beside the register switch, and it stays',
  async (width) => {
    for (const path of chapters) {
      const page = await openPage(path, { width });
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      const { bar, widest, contents } = await page.evaluate(() => {
        const box = (selector: string): DOMRect[] =>
          [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
        const figures = box('.figure');
        return {
          bar: box('.registers')[0]!,
          widest: {
            left: Math.min(...figures.map(({ left }) => left)),
            right: Math.max(...figures.map(({ right }) => right)),
          },
          contents:
            getComputedStyle(document.querySelector('.contents')!).position === 'sticky'
              ? box('.contents')[0]
              : undefined,
        };
      });
      expect(bar.top, path).toBe(0);
      expect(bar.left).toBeLessThanOrEqual(widest.left + 0.5);
      expect(bar.right).toBeGreaterThanOrEqual(widest.right - 0.5);
      if (contents) expect(contents.right).toBeLessThan(widest.left);
    }
  },
);

test('the foot of a short page stands at the end of the window', async () => {
  const page = await openPage('404.html', { width: 1440 });
  const { bottom } = (await page.locator('.foot').evaluate((foot) => foot.getBoundingClientRect().toJSON())) as DOMRect;
  expect(bottom).toBe(800);
});

test.each([360, 1024, 1440])('at %i pixels four drawings stand two by two, or one below the other', async (width) => {
  const page = await openPage('embed/asks-and-is-asked/', { width });
  const tops = await page
    .locator('.panes > .pane')
    .evaluateAll((panes) => panes.map((pane) => Math.round(pane.getBoundingClientRect().top)));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(width < 700 ? 4 : 2);
});

test('the three charts of a laboratory stand side by side under its row', async () => {
  const page = await openPage('embed/temperature/', { width: 1440 });
  const tops = await page
    .locator('.panes > .pane')
    .evaluateAll((panes) => panes.map((pane) => Math.round(pane.getBoundingClientRect().top)));
  expect(new Set(tops.slice(1)).size).toBe(1);
  expect(tops[1]).toBeGreaterThan(tops[0]!);
});

const drawn = ['', ...chapters];

/** Shifts of layout since this was last called. */
async function shiftSince(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(150);
  return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0).reduce((a, b) => a + b, 0));
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

test.each([360, 700, 768, 1024, 1280, 1440].flatMap((width) => drawn.map((path) => [width, path] as const)))(
  'at %i pixels all that is drawn on /%s can be read, and stays where it is when it is touched',
  { timeout: 180_000 },
  async (width, path) => {
    const page = await openPage(path, {
      width,
      before: (page) =>
        page.addInitScript(() => {
          const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
          const observer = new PerformanceObserver((list) =>
            shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)),
          );
          observer.observe({ type: 'layout-shift', buffered: true });
        }),
    });
    await page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    });
    expect(await shiftSince(page), 'from load to scrolled through').toBeLessThanOrEqual(0.02);
    expect(await oddTexts(page)).toEqual([]);

    for (const title of await page.locator('.figure > header .title').all()) {
      await title.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await shiftSince(page);
      const { x, y, height } = (await title.boundingBox())!;
      await page.mouse.click(x + 10, y + height / 2);
      expect(await shiftSince(page), (await title.textContent())!).toBeLessThanOrEqual(0.02);
    }
    expect(await oddTexts(page)).toEqual([]);
  },
);
