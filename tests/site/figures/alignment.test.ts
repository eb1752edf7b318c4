import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const path = 'embed/alignment/';
const figure = (page: Page) => page.locator('live-alignment');
const readout = (page: Page): Promise<string> => figure(page).locator('.readout').innerText();
const lit = (page: Page): Promise<(string | null)[]> =>
  figure(page)
    .locator('.links path.lit')
    .evaluateAll((lines) => [...new Set(lines.map((line) => line.getAttribute('data-query')))]);

describe('alignment', () => {
  test('without a script the noun is being written: lines, words, map and read-out say so', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await readout(page)).toBe('writing pomme, the query attends to key apple: 0.81');
    expect(await lit(page)).toEqual(['1']);
    expect(await figure(page).locator('.looking .keys .number').allInnerTexts()).toContain('0.81');
    expect(await figure(page).locator('.map .for-wide rect.chosen').count()).toBe(1);
  });

  test('arrow keys choose the word being written, and everything follows', async () => {
    const page = await openPage(path);
    await figure(page).scrollIntoViewIfNeeded();
    await figure(page).locator('input:checked').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => readout(page)).toBe('writing rouge, the query attends to key red: 0.77');
    await expect.poll(() => lit(page)).toEqual(['2']);
  });

  test('pointing at a cell of the map, even at its number, chooses its row', async () => {
    const page = await openPage('attention/code/', { width: 360 });
    const cell = figure(page).locator('.map svg:visible rect[data-query="5"][data-key="6"]');
    await expect
      .poll(async () => {
        await page.mouse.move(0, 0);
        await cell.hover();
        return readout(page);
      })
      .toBe('writing la, the query attends to key table: 0.23');
    expect(await figure(page).locator('input:checked').getAttribute('value')).toBe('5');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('every line ends at the middle of its words', async () => {
    const page = await openPage(path);
    await figure(page).scrollIntoViewIfNeeded();
    const middles = (selector: string): Promise<number[]> =>
      figure(page)
        .locator(selector)
        .evaluateAll((words) =>
          words.map((word) => word.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
        );
    const [keys, queries] = [await middles('.looking .keys .word'), await middles('.looking .queries label > span')];
    const { y, height } = (await figure(page).locator('.looking .links').boundingBox())!;
    for (const [index, middle] of keys.entries())
      expect(y + (height * (index + 0.5)) / keys.length).toBeCloseTo(middle, 0);
    for (const [index, middle] of queries.entries())
      expect(y + (height * (index + 0.5)) / queries.length).toBeCloseTo(middle, 0);
  });
});
