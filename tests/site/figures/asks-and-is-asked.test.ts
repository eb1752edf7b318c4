import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-asks-and-is-asked';
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);

describe('who asks, and who is asked', () => {
  test('is whole without a script: both matrices, and every pair as a dot', async () => {
    const page = await openFigure(tag, { javaScript: false });
    for (const side of ['asked', 'alike']) {
      expect(await page.locator(`${tag} [data-pane=${side}] .for-wide rect[data-query]`).count()).toBe(64);
      expect(await page.locator(`${tag} [data-pane=${side}-dots] .for-wide circle[data-query]`).count()).toBe(64);
    }
    expect(await page.locator(`${tag} .asymmetry`).allTextContents()).toEqual(['0.40', '0']);
    expect(await readout(page)).toMatch(
      /^went asks money: 3\.\d\d; money asks went: −0\.\d\d\. Compared as they are, both ways: −0\.\d\d$/,
    );
  });

  test('moves by arrow keys from pair to pair, on one stop of the tab key, and says so in the address', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    expect(await page.locator(`${tag} .map[tabindex]`).count()).toBe(1);
    await page.focus(`${tag} .map[tabindex]`);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => readout(page)).toMatch(/^went asks deposit: /);
    await expect.poll(() => page.url()).toContain('asks-and-is-asked.query=1&asks-and-is-asked.key=6');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toMatch(/^to asks I: /);
  });

  test('answers every head of the page’s own sentence without the model', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await page.click(`${tag} label:has([data-field=layer][value="1"])`);
    await page.click(`${tag} label:has([data-field=head][value="4"])`);
    await expect.poll(async () => (await page.locator(`${tag} .asymmetry`).allTextContents()).join(' ')).toBe('0.49 0');
    expect(requests).toEqual([]);
  });

  test('asks the model about a sentence of the reader’s, and reads the pair under a dot', async () => {
    const page = await openFigure(tag);
    await page.fill(`${tag} input[name=sentence]`, 'dogs chase cats');
    await page.press(`${tag} input[name=sentence]`, 'Enter');
    await expect
      .poll(() => page.locator(`${tag} .numbers table`).first().locator('tbody tr').allTextContents())
      .toEqual(expect.arrayContaining([expect.stringMatching(/^cat/)]));
    expect(await page.locator(`${tag} .asymmetry`).last().textContent()).toBe('0');
    await page.hover(`${tag} [data-pane=asked-dots] circle[data-query="1"][data-key="0"]`, { force: true });
    await expect.poll(() => readout(page)).toMatch(/ asks dogs: .*; dogs asks /);
  });
});
