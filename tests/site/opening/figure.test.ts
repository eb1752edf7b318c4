import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests } from '../figures/page-with.ts';
import { ask, open, own, readout, waitForWords, words } from './page.ts';

/** What is not for a first look stands behind a fold. */
const unfold = (page: Page): Promise<void> => page.locator('live-generate-heatmap .fold > summary').click();

describe('the opening figure', () => {
  test('is whole without a script: sentence, map, read-out and table', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator('.map .for-wide rect[data-query]').count()).toBe(64);
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key money: 0\.2\d/);
    await page.locator('.numbers summary').click();
    expect(await page.locator('.numbers tbody tr').count()).toBe(8);
    expect(await page.locator('.ask').isVisible()).toBe(false);
  });

  test('answers an example without the model', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await page.selectOption('select[name=example]', 'Apple released a new product');
    await waitForWords(page, ['Apple', 'released', 'a', 'new', 'product']);
    expect(requests).toEqual([]);
  });

  test('answers the reader’s own sentence with the trained model', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    expect(requests).toHaveLength(1);
    const sums = await page.locator('.numbers tbody tr td:last-child').allTextContents();
    expect(new Set(sums)).toEqual(new Set(['1.00']));
    // Once fetched, it is not fetched again.
    await ask(page, 'Honey is sweet');
    await waitForWords(page, ['Honey', 'is', 'sweet']);
    expect(requests).toHaveLength(1);
  });

  test('reads out a cell to the pointer, and lights its row in the sentence', async () => {
    const page = await open();
    await page.hover('[data-pane=trained] rect[data-query="4"][data-key="7"]:visible');
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key money: 0\.2\d/);
    await expect.poll(() => page.locator('.sentence input:checked').inputValue()).toBe('4');
  });

  test('holds a cell that is pressed until it is pressed again, or Escape', async () => {
    const page = await open();
    const cell = (query: number, key: number) =>
      page.locator(`[data-pane=trained] rect[data-query="${query}"][data-key="${key}"]:visible`);
    const at = (): Promise<string | null> => page.textContent(readout);
    await cell(1, 7).click();
    await expect.poll(at).toContain('query went attends to key money');
    await cell(3, 6).hover();
    await cell(2, 2).hover();
    await page.waitForTimeout(200);
    expect(await at()).toContain('query went attends to key money');
    await cell(3, 6).click();
    await expect.poll(at).toContain('query the attends to key deposit');
    await page.keyboard.press('Escape');
    await cell(2, 2).hover();
    await expect.poll(at).toContain('query to attends to key to');
    await cell(2, 2).click();
    await cell(2, 2).click();
    await cell(0, 0).hover();
    await expect.poll(at).toContain('query I attends to key I');
  });

  test('takes the name of a row or a column for it', async () => {
    const page = await open();
    const at = (): Promise<string | null> => page.textContent(readout);
    await page.locator('[data-pane=trained] text[data-row="7"]:visible').click();
    await expect.poll(at).toContain('query money attends to key bank');
    await page.locator('[data-pane=trained] text[data-column="6"]:visible').click();
    await expect.poll(at).toContain('query money attends to key deposit');
  });

  test('works by keyboard alone', async () => {
    const page = await open();
    await page.focus('[data-pane=trained] .map');
    const at = (): Promise<string | null> => page.textContent(readout);
    await page.keyboard.press('ArrowUp');
    await expect.poll(at).toContain('query the attends to key money');
    await page.keyboard.press('Home');
    await expect.poll(at).toContain('query the attends to key I');
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toContain('attends to key went');
    // The sentence is one group of radio buttons, moved by arrow keys as any other.
    await page.focus('.sentence input:checked');
    await page.keyboard.press('ArrowRight');
    // Another row asks for the word that it looks at most.
    await expect.poll(at).toContain('query bank attends to key money');
    await page.focus('.fold > summary');
    await page.keyboard.press('Enter');
    await page.focus('[data-field=head]:checked');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.textContent('.habit')).toContain('Layer 2, head 3');
  });

  test('shows the same architecture before training beside it', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await unfold(page);
    await page.check('input[name=untrained]');
    await page.waitForSelector('[data-pane=untrained] rect[data-query]');
    expect(await page.textContent('[data-pane=untrained]')).toContain('seeded random');
    await expect.poll(() => page.textContent(readout)).toContain('before training');
    const colours = (pane: string): Promise<(string | null)[]> =>
      page
        .locator(`[data-pane=${pane}] rect[data-query]`)
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('fill')));
    expect(await colours('untrained')).not.toEqual(await colours('trained'));
    expect(requests).toEqual([]);
  });

  test('forgets the comparison when it is unticked before it came', async () => {
    const page = await open();
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('input[name=untrained]')!;
      box.click();
      box.click();
    });
    await page.selectOption('select[name=example]', 'Apple released a new product');
    await waitForWords(page, ['Apple', 'released', 'a', 'new', 'product']);
    await page.waitForTimeout(1000);
    expect(await page.locator('[data-pane=untrained]').isVisible()).toBe(false);
    await expect.poll(() => page.textContent(readout)).not.toContain('before training');
  });

  test('shows pieces as the model reads them', async () => {
    const page = await open();
    await ask(page, 'Photosynthesis feeds plants');
    await waitForWords(page, ['Photosynthesis', 'feeds', 'plants']);
    await unfold(page);
    await page.locator('label:has(> input[value=pieces])').click();
    await expect.poll(async () => (await words(page)).length).toBeGreaterThan(3);
    expect((await words(page)).join('')).toBe('Photosynthesisfeedsplants');
  });
});
