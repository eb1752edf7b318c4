import { describe, expect, test } from 'vitest';
import { openPage } from '../../site.ts';
import { chapter, check, choice, focused, number, verdict } from './page.ts';

describe('a choice', () => {
  test('waits for the button, then marks what was right and what was chosen, and says so', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').nth(1).check();
    expect(await verdict(page)).toBe('');
    expect(await choice(page).locator('.why').isVisible()).toBe(false);
    await check(page);
    expect(await verdict(page)).toBe(
      'Not this one. The largest gains most in size, because it is the largest. The factor is the same for all. The answer is “Their ratios stay”.',
    );
    expect(await choice(page).locator('li[data-right]').textContent()).toContain('Their ratios stay');
    expect(await choice(page).locator('li[data-wrong]').textContent()).toContain('The largest gains most');
    expect(await choice(page).locator('.why').isVisible()).toBe(true);
  });

  test('has one button, and its verdict and reasons stand in one region that is announced', async () => {
    const page = await openPage(chapter);
    for (const which of [choice, number]) {
      expect(await which(page).locator('button:visible, summary:visible').allTextContents()).toEqual(['Check']);
      for (const part of ['.verdict', '.why'])
        expect(await which(page).getByRole('status').locator(part).count(), part).toBe(1);
    }
  });

  test('is made by keyboard alone: arrows choose and do not answer, Enter checks', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await verdict(page)).toBe('');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('Yes.');
    expect(await focused(page)).toBe('Ask me again');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('');
    expect(await focused(page)).toBe('radio');
  });

  test('asks for a guess when there is none; pressed again it shows the answer and judges nobody', async () => {
    const page = await openPage(chapter);
    await check(page);
    expect(await verdict(page)).toBe('Choose one first. Or press again to see the answer without a guess.');
    expect(await choice(page).locator('.why').isVisible()).toBe(false);
    await check(page);
    expect(await verdict(page)).toBe('The answer is “Their ratios stay”.');
    expect(await choice(page).getAttribute('data-verdict')).toBe('none');
    await page.reload();
    expect(await verdict(page)).toBe('The answer is “Their ratios stay”.');
    expect(await choice(page).locator(':checked').count()).toBe(0);
  });
});
