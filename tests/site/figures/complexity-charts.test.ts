import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const path = 'embed/complexity-charts/';
const figure = (page: Page) => page.locator('#figure-complexity-charts');
/** The length that each chart's rule names. */
const ruled = (page: Page) =>
  figure(page)
    .locator('.chart svg')
    .evaluateAll((drawn) =>
      drawn.map(
        (svg) => [...svg.querySelectorAll('text')].find((text) => text.textContent.startsWith('n ='))!.textContent,
      ),
    );

describe('what a layer costs', () => {
  test('stands whole in the page without a script', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await figure(page).locator('.chart svg:visible').count()).toBe(2);
    expect(await figure(page).locator('.readout').textContent()).toContain('At n = 16,384 and d = 512');
    expect(await figure(page).locator('.controls').isVisible()).toBe(false);
  });

  test('follows the sliders from the keyboard: charts, key, sentence and table', async () => {
    const page = await openPage(path);
    const length = figure(page).locator('input[name=n]');
    await length.focus();
    await page.keyboard.press('End');
    await expect.poll(() => figure(page).locator('.readout').textContent()).toContain('4.40 TB');
    await expect.poll(() => ruled(page)).toEqual(['n = 1,048,576', 'n = 1,048,576']);
    expect(await length.getAttribute('aria-valuetext')).toBe('n = 1,048,576');
    expect(await figure(page).locator('[data-cost=weights]').textContent()).toBe('4.40 TB');

    await figure(page).locator('input[name=d]').focus();
    await page.keyboard.press('ArrowRight');
    const costs = figure(page).locator('.numbers table').first();
    await expect.poll(() => costs.locator('caption').textContent()).toContain('d = 1,024');
    expect(await costs.locator('tbody tr:last-child td:last-child').textContent()).toBe('4,096');
  });

  test('loads neither itself nor Plot until the reader touches it', async () => {
    const page = await openPage(path);
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await figure(page).scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(scripts).toEqual([]);
    await figure(page).locator('input[name=n]').focus();
    await expect.poll(() => scripts.some((url) => url.includes('/plot.'))).toBe(true);
  });

  test('follows a press on a chart', async () => {
    const page = await openPage(path);
    await figure(page).locator('.chart').last().locator('[data-step="0"]:visible').click();
    await expect.poll(() => figure(page).locator('.readout').textContent()).toContain('At n = 8 ');
    expect(await figure(page).locator('input[name=n]').inputValue()).toBe('0');
  });

  test('fits a narrow page at its largest numbers', async () => {
    const page = await openPage('cost/academic/', { width: 320 });
    for (const name of ['n', 'd']) {
      await figure(page).locator(`input[name=${name}]`).focus();
      await page.keyboard.press('End');
    }
    await expect.poll(() => figure(page).locator('[data-cost=attention]').textContent()).toBe('9.08 quadrillion');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the table of four layers', () => {
  test('sets exact costs beside the paper’s', async () => {
    const page = await openPage('embed/complexity-table/', { javaScript: false });
    const rows = page.locator('#figure-complexity-table tbody');
    expect(await rows.count()).toBe(4);
    const text = async (row: number): Promise<string> => (await rows.nth(row).textContent())!.replace(/\s+/g, ' ');
    const recurrence = await text(1);
    for (const part of ['4,095', '2nd²', 'GRU', '6nd²', 'LSTM', '8nd²', 'O(n·d²)']) expect(recurrence).toContain(part);
    const path = rows.nth(2).locator('tr').first().locator('td').last();
    expect(await path.locator('b').textContent()).toBe('9');
    expect(await path.textContent()).toContain('⌈logₖ(2n − 1)⌉');
  });
});
