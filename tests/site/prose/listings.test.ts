import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openPage, settled } from '../site.ts';

const chapter = 'attention/code/';
const groups = (page: Page) => page.locator('code-tabs');
const shown = (page: Page) =>
  page
    .locator('code-tabs .listing:visible')
    .evaluateAll((all) => [...new Set(all.map((each) => (each as HTMLElement).dataset['language']))]);

describe('listings in tabs', () => {
  test('change together at a click, and stay where the reader clicked', async () => {
    const page = await openPage(chapter);
    expect(await shown(page)).toEqual(['TypeScript']);
    const tab = groups(page).last().getByRole('tab', { name: 'NumPy' });
    // What is laid out as it comes into sight has its height then. A pointer that was moved there might open a card over the tab.
    await tab.scrollIntoViewIfNeeded();
    await settled(page);
    const before = (await tab.boundingBox())!.y;
    await tab.click();
    expect(await shown(page)).toEqual(['NumPy']);
    await settled(page);
    expect(Math.abs((await tab.boundingBox())!.y - before)).toBeLessThan(2);
  });

  test('move by arrow keys, Home and End, as one stop of the tab key', async () => {
    const page = await openPage(chapter);
    const first = groups(page).first();
    await first.getByRole('tab', { name: 'TypeScript' }).focus();
    const chosen = () => first.locator('[role=tab][aria-selected=true]').textContent();
    for (const [key, language] of [
      ['ArrowRight', 'NumPy'],
      ['End', 'PyTorch'],
      ['ArrowRight', 'TypeScript'],
      ['ArrowLeft', 'PyTorch'],
      ['Home', 'TypeScript'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await chosen()).toBe(language);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(language);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('tab');
    expect(await first.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
      await first.locator('[aria-selected=true]').getAttribute('id'),
    );
  });

  test('remember the choice', async () => {
    const page = await openPage(chapter);
    await groups(page).first().getByRole('tab', { name: 'PyTorch' }).click();
    await page.reload();
    await expect.poll(() => shown(page)).toEqual(['PyTorch']);
  });

  test('open at the listing that an address names', async () => {
    const page = await openPage(chapter);
    const panel = page.locator('code-tabs .listing[data-language=NumPy]').last();
    const id = (await panel.getAttribute('id'))!;
    await page.goto('about:blank');
    await page.goto(`${inject('site')}${chapter}#${id}`);
    expect(await panel.isVisible()).toBe(true);
    expect((await panel.boundingBox())!.y).toBeLessThan(800);
  });

  test('stand one after another, each under its language, without JavaScript', async () => {
    const page = await openPage(chapter, { javaScript: false });
    expect(await shown(page)).toEqual(['TypeScript', 'NumPy', 'PyTorch']);
    expect(await groups(page).first().getByRole('heading').allTextContents()).toEqual([
      'TypeScript',
      'NumPy',
      'PyTorch',
    ]);
    expect(await page.locator('.listing button:visible').count()).toBe(0);
  });
});

describe('a listing', () => {
  test('is copied by a button, from the keyboard too, that says so', async () => {
    const page = await openPage(chapter);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const listing = page.locator('.listing:visible').first();
    const button = listing.getByRole('button', { name: /^Copy lib\/.*, lines \d+–\d+$/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => listing.getByRole('status').textContent()).toBe('Copied');
    expect(await listing.locator('button').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${await listing.locator('pre').textContent()}\n`,
    );
  });

  test('scrolls inside itself on a phone, by keyboard', async () => {
    const page = await openPage(chapter, { width: 320 });
    const wide = await page
      .locator('.listing:visible pre')
      .evaluateAll((all) => all.findIndex((each) => each.scrollWidth > each.clientWidth));
    expect(wide).toBeGreaterThanOrEqual(0);
    const pre = page.locator('.listing:visible pre').nth(wide);
    await pre.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pre.evaluate((each) => each.scrollLeft)).toBeGreaterThan(0);
  });
});
