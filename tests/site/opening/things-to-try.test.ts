import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests } from '../figures/page-with.ts';
import { openPage } from '../site.ts';
import { readout, waitForWords } from './page.ts';

describe('the things to try', () => {
  const press = async (page: Page, text: string): Promise<void> => {
    const button = page.locator('button.try', { hasText: text });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const look = (page: Page): Promise<string | null> => page.textContent('live-generate-heatmap .look');
  const isInSight = (page: Page): Promise<boolean> =>
    page
      .locator('live-generate-heatmap .map svg:visible')
      .first()
      .evaluate((map) => {
        const { top, bottom } = map.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });

  test('are done at a press, go to what they did, and say what to look at', async () => {
    const page = await openPage('');
    const requests = modelRequests(page);
    await press(page, 'beside the river');
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key water: 0\.1\d/);
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(await look(page)).toContain('the row of “bank”');
    expect(await page.evaluate(() => document.activeElement!.className)).toContain('map');

    await press(page, 'layer 1, head 3');
    await expect.poll(() => page.textContent('.habit')).toContain('Layer 1, head 3. Looks at the next token');
    await waitForWords(page, 'I went to the bank to deposit money'.split(' '));
    // What was set is not hidden in its fold.
    expect(await page.locator('[data-field=head][value="3"]').isChecked()).toBe(true);
    expect(await page.locator('.fold .strip').first().isVisible()).toBe(true);

    await press(page, 'before training');
    await page.waitForSelector('[data-pane=untrained] rect[data-query]');
    await expect.poll(() => look(page)).toContain('Compare the two maps');
    // The reader does something of their own: what was said is of the past.
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.look').isVisible()).toBe(false);
    expect(requests).toEqual([]);
  });
});
