import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const path = 'embed/two-routes/';
const figure = (page: Page) => page.locator('#figure-two-routes');
const steps = (page: Page, route: string) => figure(page).locator(`g[data-route=${route}][data-step]:visible`);
const readout = (page: Page) => figure(page).locator('.readout').textContent();

describe('two routes across a sentence', () => {
  test('stands whole in the page without a script', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await steps(page, 'recurrence').count()).toBe(9);
    expect(await steps(page, 'attention').count()).toBe(1);
    expect(await readout(page)).toContain('9 times');
  });

  test('follows the lists, the slider and the arrow keys', async () => {
    const page = await openPage(path);
    await figure(page).locator('select[name=from]').focus();
    await figure(page).locator('select[name=from]').selectOption('3');
    await expect.poll(() => readout(page)).toContain('From “the” to “are”');
    await figure(page).locator('input[name=window]').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => steps(page, 'attention').count()).toBe(7);
    await figure(page).locator('.ways').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => readout(page)).toContain('to “table”');
    await page.keyboard.press('Shift+Home');
    await expect.poll(() => readout(page)).toContain('From “Letters”');
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toContain('Choose two different words');
    expect(await steps(page, 'recurrence').count()).toBe(0);
  });

  test('follows a tap and a drag on the words', async () => {
    const page = await openPage(path);
    const word = (index: number) => figure(page).locator(`[data-word="${index}"]:visible`);
    await word(4).click();
    await expect.poll(() => readout(page)).toContain('From “Letters” to “left”');
    await word(8).hover();
    await page.mouse.down();
    await word(3).hover();
    await page.mouse.up();
    await expect.poll(() => readout(page)).toContain('never carries “table” back to “man”');
  });

  test('shows the message under way when asked, and then both routes whole', async () => {
    const page = await openPage(path);
    // The messages live for less than a busy machine may take to look, so the page keeps count.
    await figure(page).evaluate((root) => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const count = root.querySelectorAll('.message').length;
        if (seen.at(-1) !== count) seen.push(count);
      }).observe(root, { childList: true, subtree: true });
    });
    await figure(page).locator('.show').click();
    // Both set out; attention arrives first.
    await expect
      .poll(() =>
        page.evaluate(() =>
          (window as unknown as { seen: number[] }).seen.filter((count, at, all) => count > 0 || at === all.length - 1),
        ),
      )
      .toEqual([2, 1, 0]);
    const hidden = await figure(page)
      .locator('g[data-route]')
      .evaluateAll((legs) => legs.filter((leg) => getComputedStyle(leg).opacity !== '1').length);
    expect(hidden).toBe(0);
  });

  test('offers no motion to a reader who prefers none', async () => {
    const page = await openPage(path, { reducedMotion: 'reduce' });
    expect(await figure(page).locator('.show').isVisible()).toBe(false);
  });

  test('has a name of its own where a page shows it with a narrow window', async () => {
    const page = await openPage('embed/two-routes-window/');
    await expect.poll(() => page.locator('figure').getAttribute('id')).toBe('figure-two-routes-window');
    expect(await page.locator('input[name=window]').inputValue()).toBe('3');
    await page.locator('select[name=to]').selectOption('5');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#two-routes-window.to=5');
    const download = page.waitForEvent('download');
    await page.locator('figure-share summary').click();
    await page.locator('[data-share=csv]').click();
    expect((await download).suggestedFilename()).toBe('two-routes-window.csv');
    const chapter = await openPage('cost/academic/');
    const alone = chapter.locator('#figure-two-routes-window a', { hasText: 'This figure alone' });
    expect(await alone.getAttribute('href')).toMatch(/\/embed\/two-routes-window\/$/);
  });

  test('runs down a narrow page', async () => {
    const page = await openPage('attention/code/', { width: 320 });
    expect((await figure(page).locator('.ways svg:visible').boundingBox())!.height).toBeGreaterThan(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
