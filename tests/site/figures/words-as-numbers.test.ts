import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { resize, widths } from '../site.ts';
import { heightInUse, labelSizes, modelRequests, openFigure } from './page-with.ts';

const tag = 'live-words-as-numbers';
const told = (page: Page): Promise<string> =>
  page
    .locator(`${tag} :is(.readout, .verdict, .pane-title), ${tag} svg:visible`)
    .evaluateAll((parts) => parts.map((part) => part.textContent.replace(/\s+/g, ' ').trim()).join('\n'));
const choose = (page: Page, word: string): Promise<void> =>
  page.locator(`${tag} .strip label`, { hasText: word }).click();

describe('a word is a list of numbers', () => {
  test('is whole without a script: three lists, and the words near to each', async () => {
    const page = await openFigure(tag, { javaScript: false });
    for (const pane of ['before', 'first', 'second']) {
      const svg = page.locator(`${tag} [data-pane=${pane}] svg:visible`);
      expect(await svg.locator('[data-number]').count()).toBe(16);
      expect(await svg.locator('[data-near]').count()).toBe(5);
    }
    expect(await told(page)).toMatch(/train goes in as one list, nearest to bus\. It comes out as two/);
  });

  test('shows at a word’s first choice what its link shows, without the model', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await choose(page, 'mouse');
    await expect
      .poll(() => told(page))
      .toMatch(/Here the model fails[^]*mouse goes in as one list, nearest to browser.*both nearest to keyboard/);
    const first = await told(page);
    await expect.poll(() => page.url()).toContain('words-as-numbers.word=mouse');
    await page.reload();
    await expect.poll(() => told(page)).toBe(first);
    await choose(page, 'train');
    await expect.poll(() => told(page)).toMatch(/train goes in/);
    await choose(page, 'mouse');
    await expect.poll(() => told(page)).toBe(first);
    expect(requests).toEqual([]);
  });

  test.each(['train', 'party'])('%s: fits a laptop’s screen with its controls', async (word) => {
    const page = await openFigure(tag, { width: 1440 });
    await choose(page, word);
    await expect.poll(() => told(page)).toContain(`${word} goes in`);
    expect(await heightInUse(page, tag)).toBeLessThan(820);
  });

  test('has labels of a size to read at every width, whatever word is chosen', async () => {
    const page = await openFigure(tag, { width: 360 });
    for (const width of widths) {
      await resize(page, width);
      for (const word of ['train', 'apple']) {
        await choose(page, word);
        await expect.poll(() => told(page)).toContain(`${word} goes in`);
        const sizes = await labelSizes(page, tag);
        expect(sizes[0], `${word} at ${width}`).toBeGreaterThanOrEqual(10);
        expect(sizes[1], `${word} at ${width}`).toBeLessThanOrEqual(14);
      }
    }
  });
});
