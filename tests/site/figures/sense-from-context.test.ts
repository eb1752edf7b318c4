import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const path = 'embed/sense-from-context/';
const shown = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('live-sense-from-context .pair:visible')
    .evaluateAll((pairs) => pairs.map((pair) => pair.getAttribute('data-pair')));
const choose = (page: Page, id: string): Promise<void> =>
  page.locator(`live-sense-from-context input[value="${id}"]`).check({ force: true });
const readout = (page: Page): Promise<string> => page.locator('live-sense-from-context .readout').innerText();

describe('one word in two sentences', () => {
  test('the choice of pair works without a script, and each pair comes with its verdict', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await shown(page)).toEqual(['apple']);
    expect(await readout(page)).toMatch(
      /apple goes in as one vector \(cosine 1\.00\) and comes out as two \(cosine 0\.\d\d\)/,
    );
    for (const id of ['bank', 'capital-apple', 'it', 'apple']) {
      await choose(page, id);
      expect(await shown(page)).toEqual([id]);
      expect(await page.locator('live-sense-from-context .verdict:visible').innerText()).not.toBe('');
    }
  });

  test('arrow keys go from word to word and from sentence to sentence, and are read out', async () => {
    const page = await openPage(path);
    await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
    await page.locator('live-sense-from-context .rows:visible').focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return readout(page);
      })
      .toMatch(/^sentence 1: query apple attends to key banana: 0\.\d\d$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toMatch(/^sentence 2: query apple attends to key apple: 0\.\d\d$/);
    await choose(page, 'it');
    await expect.poll(() => readout(page)).toMatch(/^it goes in/);
  });

  test('a bar that is pointed at is read out, with the number that stands beside it', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
    const bar = page
      .locator('live-sense-from-context .pair:visible .bars', { hasText: 'fruit' })
      .locator('.bar')
      .first();
    const number = (await bar.textContent())!.trim();
    await expect
      .poll(async () => {
        await page.mouse.move(0, 0);
        await bar.hover();
        return readout(page);
      })
      .toBe(`sentence 1: the output of apple has with fruit a cosine of ${number}`);
  });

  test('bars are as long as their cosines, on a phone too', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
    const bars = await page.locator('live-sense-from-context .pair:visible .bar').evaluateAll((all) =>
      all.map((bar) => ({
        cosine: Number(bar.textContent),
        length: bar.querySelector('i')!.getBoundingClientRect().width,
      })),
    );
    const pixels = bars.map(({ cosine, length }) => length / cosine);
    expect(Math.max(...pixels) / Math.min(...pixels)).toBeLessThan(1.06);
  });
});
