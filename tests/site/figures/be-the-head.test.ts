import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Visit } from '../site.ts';
import { openFigure, touch } from './page-with.ts';

const verdict = (page: Page): Promise<string | null> => page.textContent('live-be-the-head .verdict');
const handle = (page: Page, name: string) => page.locator(`live-be-the-head .handle[aria-label^="${name}"]`);

async function open(visit: Visit = {}): Promise<Page> {
  const page = await openFigure('live-be-the-head', visit);
  if (visit.javaScript === false) return page;
  await touch(page, 'live-be-the-head');
  await page.locator('live-be-the-head .plane').scrollIntoViewIfNeeded();
  return page;
}

describe('be the head', () => {
  test('is whole without a script: arrows, both maps, directions and read-out', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator('live-be-the-head .for-wide .arrow').count()).toBe(8);
    expect(await page.locator('live-be-the-head .for-wide .map-of-pair').count()).toBe(2);
    expect(await page.locator('live-be-the-head .for-wide .yours').count()).toBe(3);
    expect(await page.textContent('live-be-the-head .readout')).toContain('query near gives key near 0.7');
    expect(await verdict(page)).toMatch(/^not met/);
  });

  test('is solved by dragging the one arrow that is off', async () => {
    const page = await open();
    const box = (await handle(page, 'query of near').boundingBox())!;
    const key = (await handle(page, 'key of near').boundingBox())!;
    await page.mouse.move(box.x + 22, box.y + 22);
    await page.mouse.down();
    await page.mouse.move(key.x + 22 - 20, key.y + 22 - 24, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => verdict(page)).toMatch(/^met/);
    expect(await page.inputValue('live-be-the-head select')).toBe('query2');
  });

  test('moves each arrow by keyboard, and by the sliders for the arrow in hand', async () => {
    const page = await open();
    await handle(page, 'key of cats').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => handle(page, 'key of cats').getAttribute('aria-valuetext')).toBe('1.50 left, 1.20 down');
    await page.selectOption('live-be-the-head select', 'query of dogs');
    await page.focus('live-be-the-head input[name=x]');
    await page.keyboard.press('Home');
    await expect.poll(() => handle(page, 'query of dogs').getAttribute('aria-valuetext')).toBe('2.40 left, 1.85 up');
    await page.click('live-be-the-head .reset');
    await expect.poll(() => handle(page, 'query of dogs').getAttribute('aria-valuetext')).toBe('1.95 right, 1.85 up');
  });

  test('shows an answer to each target that has one, and the nearest to the one that has none', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    for (const name of ['itself', 'previous', 'subject']) {
      await page.check(`live-be-the-head input[value=${name}]`, { force: true });
      await page.click('live-be-the-head .answer');
      await expect.poll(() => verdict(page)).toMatch(/^met/);
    }
    await page.check('live-be-the-head input[value=evenRest]', { force: true });
    await expect.poll(() => page.textContent('live-be-the-head .answer')).toBe('Show the nearest');
    await page.click('live-be-the-head .answer');
    await expect.poll(() => verdict(page)).toBe('not met: off by 0.063, allowed 0.05');
    expect(await page.locator('live-be-the-head .directions .needed').count()).toBe(3);
  });
});
