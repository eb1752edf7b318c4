import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../site.ts';
import { chapter, check, focused, number, verdict } from './page.ts';

describe('a number', () => {
  test.each([
    ['14', 'You guessed 14; it is 9. You were 5 too high.', 'wrong'],
    ['6', 'You guessed 6; it is 9. You were 3 too low.', 'wrong'],
    ['10', 'You guessed 10; it is 9. Close: 1 too high.', 'right'],
    ['9', 'You guessed 9; it is 9. That is as close as the scale allows.', 'right'],
  ])('guessed at %s is told how far off it was', async (guess, said, counts) => {
    const page = await openPage(chapter);
    await number(page).getByRole('slider').fill(guess);
    expect(await number(page).locator('.guess').textContent()).toBe(`your guess ${guess}`);
    await check(page, number);
    expect(await verdict(page, number)).toBe(said);
    expect(await number(page).getAttribute('data-verdict')).toBe(counts);
  });

  test('between two steps is told the gap to what was measured', async () => {
    const page = await openPage(chapter);
    const unscaled = (page: Page) => page.locator('predict-first[data-name=unscaled]');
    await unscaled(page).getByRole('slider').fill('0.5');
    await check(page, unscaled);
    expect(await verdict(page, unscaled)).toBe('You guessed 0.50; it is 0.98. You were 0.48 too low.');
    await check(page, unscaled);
    await unscaled(page).getByRole('slider').fill('1');
    await check(page, unscaled);
    expect(await verdict(page, unscaled)).toContain('as close as the scale allows');
  });

  test('that nobody has placed is no guess', async () => {
    const page = await openPage(chapter);
    const slider = number(page).getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toBe('no guess yet');
    await slider.focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Check');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toBe('Place the mark first. Or press again to see the answer without a guess.');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toBe('It is 9.');
    expect(await number(page).getAttribute('data-verdict')).toBe('none');
  });

  test('may be guessed where the scale begins: by pressing the mark where it stands, or by a key', async () => {
    const page = await openPage(chapter);
    await number(page)
      .getByRole('slider')
      .click({ position: { x: 10, y: 22 } });
    await check(page, number);
    expect(await verdict(page, number)).toContain('You guessed 0;');
    await check(page, number);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toContain('You guessed 0;');
  });

  test('is guessed on a scale that starts at its end, and the true one appears on it where it lies', async () => {
    const page = await openPage(chapter);
    const sliders = page.locator('predict-first [type=range]');
    expect(
      await sliders.evaluateAll(
        (all) => all.filter((each) => (each as HTMLInputElement).value !== (each as HTMLInputElement).min).length,
      ),
    ).toBe(0);
    expect(await number(page).locator('.is').isVisible()).toBe(false);
    await number(page).getByRole('slider').fill('9');
    await check(page, number);
    const centre = (part: string) =>
      number(page)
        .locator(part)
        .evaluate((each) => {
          const { left, width } = each.getBoundingClientRect();
          return left + width / 2;
        });
    expect(await number(page).locator('.is').innerText()).toBe('it is 9');
    expect(Math.abs((await centre('.is')) - (await centre('.guess')))).toBeLessThan(8);
  });
});
