import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-masks';
const pick = (page: Page, kind: string): Promise<void> => page.locator(`${tag} label:has([value=${kind}])`).click();
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);
/** Masked cells of one pane, as `query,key`. */
const masked = (page: Page, pane: string): Promise<string[]> =>
  page
    .locator(`${tag} [data-pane=${pane}] .for-wide [data-masked], ${tag} [data-pane=${pane}] .map > svg [data-masked]`)
    .evaluateAll((cells) => cells.map((cell) => `${cell.getAttribute('data-query')},${cell.getAttribute('data-key')}`));
const rows = (page: Page): Promise<string[][]> =>
  page
    .locator(`${tag} .numbers tbody tr`)
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!)));

describe('one sentence under four masks', () => {
  test('shows the causal mask without a script', async () => {
    const page = await openFigure(tag, { javaScript: false });
    const cells = await masked(page, 'weights');
    expect(cells).toHaveLength(28);
    expect(cells.every((cell) => Number(cell.split(',')[1]) > Number(cell.split(',')[0]))).toBe(true);
    expect(await readout(page)).toContain(
      'query bank may not attend to key money: it comes later. Its weight is exactly 0',
    );
  });

  test('under every mask, hides the same cells from scores and weights, and rows still sum to 1', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    for (const [kind, count] of [
      ['none', 0],
      ['padding', 16],
      ['window', 42],
      ['causal', 28],
    ] as const) {
      await pick(page, kind);
      await expect.poll(async () => (await masked(page, 'weights')).length).toBe(count);
      expect(await masked(page, 'mask')).toEqual(await masked(page, 'weights'));
      await expect.poll(async () => (await rows(page)).flat().filter((cell) => cell === '× 0').length).toBe(count);
      expect((await rows(page)).map((row) => row.at(-1))).toEqual(Array.from({ length: 8 }, () => '1.00'));
    }
    expect(requests).toEqual([]);
  });

  test('widens its window by keyboard, and says why a key is hidden', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    await pick(page, 'window');
    await expect.poll(() => readout(page)).toContain('3 positions away, and the window reaches 1');
    await page.focus(`${tag} input[name=radius]`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => readout(page))
      .toMatch(/query bank attends to key money: 0\.\d\d; without the mask 0\.\d\d/);
    await pick(page, 'padding');
    await expect.poll(() => readout(page)).toContain('key (money): it is padding');
    await page.focus(`${tag} [data-pane=weights] .map`);
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toMatch(/query bank attends to key I: /);
  });

  test('masks an example without the model, and a sentence of one word without fault', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await page.selectOption(`${tag} select[name=example]`, 'Apple released a new product');
    await expect.poll(async () => (await rows(page)).length).toBe(5);
    expect(requests).toEqual([]);
    await page.fill(`${tag} input[name=sentence]`, 'bank');
    await page.press(`${tag} input[name=sentence]`, 'Enter');
    await expect.poll(() => rows(page)).toEqual([['1.00', '1.00']]);
    await pick(page, 'padding');
    await expect.poll(() => readout(page)).toContain('query bank attends to key bank: 1.00');
  });
});
