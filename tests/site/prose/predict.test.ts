import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const chapter = 'attention/academic/';
/** A choice of three, of which the first is so. */
const choice = (page: Page) => page.locator('predict-first[data-name=ratios]');
/** A number from 0 to 20 that is 9. */
const number = (page: Page) => page.locator('predict-first[data-name=window]');
const verdict = (page: Page, which = choice) => which(page).getByRole('status').textContent();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent || (document.activeElement as HTMLInputElement | null)?.type);

describe('a choice', () => {
  test('waits for the button, then marks what was right and what was chosen, and says so', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').nth(1).check();
    expect(await verdict(page)).toBe('');
    expect(await choice(page).locator('.why').isVisible()).toBe(false);
    await choice(page).getByRole('button', { name: 'See' }).click();
    expect(await verdict(page)).toBe('Not so. The answer: “Their ratios stay”.');
    expect(await choice(page).locator('li[data-right]').textContent()).toContain('Their ratios stay');
    expect(await choice(page).locator('li[data-wrong]').textContent()).toContain('The largest gains most');
    expect(await choice(page).locator('.why').isVisible()).toBe(true);
  });

  test('is made by keyboard alone: arrows choose and do not answer, Enter sees', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await verdict(page)).toBe('');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('Yes, so it is.');
    expect(await focused(page)).toBe('Ask me again');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('');
    expect(await focused(page)).toBe('radio');
  });

  test('asks for a guess when there is none, and is skipped by opening the answer', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('button', { name: 'See' }).click();
    expect(await verdict(page)).toBe('Choose one first, or open the answer.');
    await choice(page).locator('summary').click();
    expect(await choice(page).locator('.truth').isVisible()).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem('predictions'))).toBeNull();
  });
});

describe('a number', () => {
  test.each([
    ['14', 'You guessed 14; it is 9. You were 5 too high.'],
    ['6', 'You guessed 6; it is 9. You were 3 too low.'],
    ['9', 'You guessed 9; it is 9. That is as close as the scale allows.'],
  ])('guessed at %s is told how far off it was', async (guess, said) => {
    const page = await openPage(chapter);
    await number(page).getByRole('slider').fill(guess);
    expect(await number(page).locator('.now').textContent()).toBe(guess);
    await number(page).getByRole('button').click();
    expect(await verdict(page, number)).toBe(said);
  });

  test('between two steps is told the gap to what was measured', async () => {
    const page = await openPage(chapter);
    const unscaled = (page: Page) => page.locator('predict-first[data-name=unscaled]');
    await unscaled(page).getByRole('slider').fill('0.5');
    await unscaled(page).getByRole('button').click();
    expect(await verdict(page, unscaled)).toBe('You guessed 0.50; it is 0.98. You were 0.48 too low.');
    await unscaled(page).getByRole('button').click();
    await unscaled(page).getByRole('slider').fill('1');
    await unscaled(page).getByRole('button').click();
    expect(await verdict(page, unscaled)).toContain('as close as the scale allows');
  });

  test('is guessed on a scale that starts at its end and gives nothing away', async () => {
    const page = await openPage(chapter);
    const sliders = page.locator('predict-first [type=range]');
    expect(
      await sliders.evaluateAll(
        (all) => all.filter((each) => (each as HTMLInputElement).value !== (each as HTMLInputElement).min).length,
      ),
    ).toBe(0);
    expect(await sliders.count()).toBeGreaterThan(0);
  });
});

describe('a guess', () => {
  test('is there again after a reload, and forgotten when asked again, and told nobody', async () => {
    const page = await openPage(chapter);
    // What figures load as they come into view is no part of this.
    for (const which of [number, choice]) await which(page).scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choice(page).getByRole('radio').first().check();
    await choice(page).getByRole('button').click();
    await number(page).getByRole('slider').fill('4');
    await number(page).getByRole('button').click();
    // The pointer wakes the figures that it comes upon: they fetch scripts, which tell nothing.
    expect(asked.filter((url) => !/\/_astro\/[\w.-]+\.js$/.test(url))).toEqual([]);
    await page.reload();
    expect(await verdict(page)).toBe('Yes, so it is.');
    expect(await verdict(page, number)).toContain('You guessed 4');
    await choice(page).getByRole('button', { name: 'Ask me again' }).click();
    expect(await choice(page).locator('[data-right], :checked').count()).toBe(0);
    await page.reload();
    expect(await verdict(page)).toBe('');
    expect(await verdict(page, number)).toContain('You guessed 4');
  });

  test.each(['null', '7', '{', '{"/x/attention/academic/#ratios":"An option of last year"}'])(
    'that is spoilt, %s, counts as none',
    async (kept) => {
      const page = await openPage(chapter, {
        before: (page) => page.addInitScript((text) => localStorage.setItem('predictions', text), kept),
      });
      expect(await verdict(page)).toBe('');
      await choice(page).getByRole('radio').first().check();
      await choice(page).getByRole('button').click();
      expect(await verdict(page)).toBe('Yes, so it is.');
    },
  );
});

describe('what is asked', () => {
  test('is a question, its options and a folded answer without JavaScript', async () => {
    const page = await openPage(chapter, { javaScript: false });
    expect(await choice(page).getByRole('listitem').allInnerTexts()).toHaveLength(3);
    expect(await page.locator('predict-first').locator('input:visible, button:visible').count()).toBe(0);
    await choice(page).locator('summary').click();
    expect(await choice(page).locator('.truth').innerText()).toBe('Their ratios stay');
    await number(page).locator('summary').click();
    expect(await number(page).locator('.truth').innerText()).toBe('9');
  });

  test('prints with its answer and why, and without controls, guessed or not', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').nth(1).check();
    await choice(page).getByRole('button').click();
    await page.emulateMedia({ media: 'print' });
    for (const which of [choice, number]) {
      expect(await which(page).locator('.ask').isVisible()).toBe(true);
      expect((await which(page).locator('.truth').boundingBox())!.height).toBeGreaterThan(0);
      expect((await which(page).locator('.why p').last().boundingBox())!.height).toBeGreaterThan(0);
      expect(await which(page).locator('input:visible, button:visible').count()).toBe(0);
    }
  });

  test('keeps its height when the script comes, and gives a finger 44 pixels at 320', async () => {
    const heights = (page: Page) =>
      page
        .locator('predict-first')
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
    const held = await openPage(chapter, {
      width: 320,
      touch: true,
      before: (page) => page.addInitScript(() => (customElements.define = () => undefined)),
    });
    const page = await openPage(chapter, { width: 320, touch: true });
    expect(await heights(page)).toEqual(await heights(held));
    const small = await page
      .locator('predict-first :is(label, button, summary, [type=range])')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
      );
    expect(small).toEqual([]);
  });
});
