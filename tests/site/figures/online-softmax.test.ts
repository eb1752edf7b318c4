import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openFigure, touch } from './page-with.ts';

const tag = 'live-online-softmax';
const button = (page: Page, name: string) => page.locator(`${tag} [name=${name}]`);
const stop = (page: Page): Promise<string | null> => page.textContent(`${tag} .stop`);
const chosen = (page: Page): Promise<number> =>
  page
    .locator(`${tag} [data-stop]:visible`)
    .evaluateAll((columns) =>
      columns.findIndex((column) => column.querySelector('rect')!.getAttribute('stroke') === 'var(--ink)'),
    );

describe('softmax without the whole row', () => {
  test('is walked through by keyboard, however fast, and keeps the focus at its ends', async () => {
    const page = await openFigure(tag);
    await button(page, 'back').focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('Enter');
    await expect.poll(() => stop(page)).toBe('Tile 1 of 4');
    expect(await button(page, 'back').getAttribute('aria-disabled')).toBe('true');
    expect(await page.evaluate(() => document.activeElement!.getAttribute('name'))).toBe('back');
    await button(page, 'next').focus();
    for (let step = 0; step < 2; step++) await page.keyboard.press('Enter');
    await expect.poll(() => stop(page)).toBe('Tile 3 of 4');
  });

  test('plays to its last tile, pauses when something else is pressed, and begins again from the end', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    // Pressed and read within the page: a busy machine may be slower than a tile lasts.
    const press = (name: string): Promise<(string | null)[]> =>
      page.evaluate(
        async ([tag, name]) => {
          const one = (selector: string) => document.querySelector<HTMLElement>(`${tag} ${selector}`)!;
          one(`[name=${name}]`).click();
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          return [one('.stop').textContent, one('[name=play]').textContent];
        },
        [tag, name] as const,
      );
    expect(await press('play')).toEqual(['Tile 4 of 4', 'Play']);
    expect(await press('play')).toEqual(['Tile 1 of 4', 'Pause']);
    expect(await press('next')).toEqual([expect.stringMatching(/^Tile [23] of 4$/), 'Play']);
    const held = await stop(page);
    await page.waitForTimeout(1800);
    expect(await stop(page)).toBe(held);
    await press('play');
    await expect.poll(() => stop(page), { timeout: 10_000 }).toBe('Tile 4 of 4');
    expect(await button(page, 'play').textContent()).toBe('Play');
  });

  test('goes to the tile that is pressed, and stays inside the row when tiles grow', async () => {
    const page = await openFigure(tag);
    await page.locator(`${tag} [data-stop="3"]:visible`).click();
    await expect.poll(() => chosen(page)).toBe(3);
    await page.locator(`${tag} label:has([value="4"])`).click();
    await expect.poll(() => stop(page)).toBe('Tile 2 of 2');
    await expect.poll(() => chosen(page)).toBe(1);
  });
});
