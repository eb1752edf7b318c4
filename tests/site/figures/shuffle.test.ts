import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-shuffle';
const difference = (page: Page): Promise<string | null> => page.textContent(`${tag} .difference`);
const badge = (page: Page): Promise<string | null> => page.textContent(`${tag} .badge`);
const table = (page: Page, which: number): Promise<string[]> =>
  page.locator(`${tag} .numbers table`).nth(which).locator('td').allTextContents();
const positions = (page: Page, way: 'on' | 'off'): Promise<void> =>
  page.locator(`${tag} label:has([value=${way}])`).click();

describe('the same words in another order', () => {
  test('without a script: two maps that are one, and how far apart they are', async () => {
    const page = await openFigure(tag, { javaScript: false });
    expect(await difference(page)).toMatch(/equal to the last bit|× 10⁻\S+, which is rounding/);
    expect(await badge(page)).toMatch(/trained.*shuffle seed 1.*positions off/);
    expect(await page.textContent(`${tag} [data-pane=back] .note`)).not.toBe(
      await page.textContent(`${tag} [data-pane=written] .note`),
    );
    expect(await table(page, 1)).toEqual(await table(page, 0));
  });

  test('with positions on they differ, where the read-out points', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await positions(page, 'on');
    await expect.poll(() => difference(page)).toMatch(/maps: 0\.[1-9]\d, where query .+ meets key /);
    const [, query, key] = /query (.+) meets key (.+)$/.exec((await difference(page))!)!;
    await expect.poll(() => page.textContent(`${tag} .readout`)).toContain(`query ${query} attends to key ${key}: `);
    await expect.poll(async () => String(await table(page, 1)) === String(await table(page, 0))).toBe(false);
    expect(await badge(page)).not.toContain('positions off');
    expect(requests).toEqual([]);
  });

  test('every press of the button is another order, the same for every reader', async () => {
    const orders: string[][] = [];
    for (let visit = 0; visit < 2; visit++) {
      const page = await openFigure(tag);
      await touch(page, tag);
      const seen: string[] = [];
      for (const seed of [2, 3]) {
        await page.click(`${tag} [data-press]`);
        await expect.poll(() => badge(page)).toContain(`shuffle seed ${seed}`);
        seen.push((await page.textContent(`${tag} [data-pane=back] .note`))!);
      }
      orders.push(seen);
    }
    expect(orders[0]).toEqual(orders[1]);
    expect(new Set(orders[0]).size).toBe(2);
  });

  test('shuffles the reader’s own sentence with the trained model', async () => {
    const page = await openFigure(tag);
    await page.fill(`${tag} input[name=sentence]`, 'Photosynthesis feeds plants');
    await page.press(`${tag} input[name=sentence]`, 'Enter');
    await expect.poll(() => page.textContent(`${tag} [data-pane=written] .note`)).toBe('Photosynthesis feeds plants');
    const back = (await page.textContent(`${tag} [data-pane=back] .note`))!;
    expect(back.split(' ').toSorted()).toEqual(['Photosynthesis', 'feeds', 'plants'].toSorted());
    await expect.poll(() => difference(page)).toMatch(/equal to the last bit|which is rounding/);
  });
});
