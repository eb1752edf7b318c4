/** How wide things stand, at every width of a window. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chapters, openPage, pages } from './site.ts';

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
