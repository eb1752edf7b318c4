/** What is drawn, at every width of a window: it can be read, and nothing moves under a reader’s hands. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chapters, openPage } from './site.ts';

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

test.each(
  [360, 700, 768, 1024, 1280, 1440].flatMap((width) => ['', ...chapters].map((path) => [width, path] as const)),
)(
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
        // On a busy machine too, each place is drawn before the next one.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
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
