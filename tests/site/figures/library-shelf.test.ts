import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Visit } from '../site.ts';
import { openFigure, touch } from './page-with.ts';

const readout = (page: Page): Promise<string | null> => page.textContent('live-library-shelf .readout');

async function open(visit: Visit = {}): Promise<Page> {
  const page = await openFigure('live-library-shelf', visit);
  if (visit.javaScript === false) return page;
  await touch(page, 'live-library-shelf');
  await page.locator('live-library-shelf .plane').scrollIntoViewIfNeeded();
  return page;
}

describe('the library shelf', () => {
  test('is whole without a script: plane, shelf, read-out and table', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator('live-library-shelf .plane .for-wide .arrow').count()).toBe(7);
    expect(await page.locator('live-library-shelf .for-wide .book').count()).toBe(6);
    expect(await readout(page)).toContain('Orchards gives 0.65 of the answer, Rivers 0.29');
    await page.locator('live-library-shelf .numbers summary').click();
    expect(await page.locator('live-library-shelf tbody tr').count()).toBe(7);
    expect(await page.locator('live-library-shelf .controls').isVisible()).toBe(false);
  });

  test('follows the pointer, and moves list, shelf and table with it', async () => {
    const page = await open();
    const box = (await page.locator('live-library-shelf .handle').boundingBox())!;
    const plane = (await page.locator('live-library-shelf .plane').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(plane.x + plane.width * 0.75, plane.y + plane.height * 0.9, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => readout(page)).toMatch(/^Phones gives 0\.\d\d/);
    await expect.poll(() => page.inputValue('live-library-shelf select')).toBe('own');
    expect(await page.getAttribute('live-library-shelf .handle', 'aria-valuetext')).toMatch(/^1\.2 towards city/);
    const weights = await page.locator('live-library-shelf tbody tr td:nth-of-type(2)').allTextContents();
    expect(weights.at(-1)).toBe('1.00');
  });

  test('works by keyboard: the handle, and the list of questions', async () => {
    const page = await open();
    await page.focus('live-library-shelf .handle');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.getAttribute('live-library-shelf .handle', 'aria-valuetext'))
      .toBe('1.2 towards nature, 0.7 towards food');
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => page.getAttribute('live-library-shelf .handle', 'aria-valuetext'))
      .toBe('1.2 towards nature, 0.8 towards food');
    await page.selectOption('live-library-shelf select', 'What is there to know?');
    await expect.poll(() => readout(page)).toContain('each gives 0.17');
  });

  test('comes to a finger’s tap on a phone, without a sideways scroll', async () => {
    const page = await open({ width: 320, touch: true });
    const plane = (await page.locator('live-library-shelf .plane').boundingBox())!;
    await page.touchscreen.tap(plane.x + plane.width * 0.9, plane.y + plane.height * 0.55);
    await expect.poll(() => readout(page)).toMatch(/^Banks gives/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
