/** How wide things stand, at every width of a window. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chapters, openPage, pages, settled } from './site.ts';

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

/** Nothing passes beside the switch of the registers, and it stays. */
async function lookAtSwitch(page: Page, where: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await settled(page);
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
        getComputedStyle(document.querySelector('.contents')!).position === 'sticky' ? box('.contents')[0] : undefined,
    };
  });
  expect(bar.top, where).toBe(0);
  expect(bar.left, where).toBeLessThanOrEqual(widest.left + 0.5);
  expect(bar.right, where).toBeGreaterThanOrEqual(widest.right - 0.5);
  if (contents) expect(contents.right, where).toBeLessThan(widest.left);
}

describe('at every width of a window', () => {
  const found = new Map<number, Record<'texts' | 'others', Set<string>>>();

  test.each(pages)('what passes the switch of the registers on /%s stands behind it', async (path) => {
    const page = await openPage(path);
    for (const width of [320, 360, 768, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const { texts, others } = found.get(width) ?? { texts: new Set(), others: new Set() };
      found.set(width, { texts, others });
      for (const edges of await edgesOf(page, 'main :is(article, .column) > :is(h2, p)')) texts.add(edges);
      // What the gallery shows as an example stands in a frame of its own.
      for (const edges of await edgesOf(page, '.figure:not(.gallery *), .registers')) others.add(edges);
      if (chapters.includes(path) && [320, 768, 1280, 1440].includes(width)) await lookAtSwitch(page, `${width} px`);
    }
  });

  test('all pages together have two widths of one middle', () => {
    expect(found.size).toBe(6);
    for (const [width, { texts, others }] of found) {
      expect([...texts], `${width} px`).toHaveLength(1);
      const wide = [...others].filter((edges) => !texts.has(edges));
      expect(wide.length, `${width} px: ${wide.join(', ')}`).toBeLessThanOrEqual(1);
      for (const edges of [...texts, ...wide]) {
        const [left, right] = edges.split(' to ').map(Number) as [number, number];
        expect(Math.abs(left + right - width), edges).toBeLessThanOrEqual(1);
      }
    }
  });
});

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
