import type { Page } from 'playwright-core';

export const chapter = 'attention/academic/';
/** A choice of three, of which the first is so. */
export const choice = (page: Page) => page.locator('predict-first[data-name=ratios]');
/** A number from 0 to 20 that is 9. */
export const number = (page: Page) => page.locator('predict-first[data-name=window]');
export const verdict = async (page: Page, which = choice) =>
  (await which(page).locator('.verdict').textContent())!.trim();
export const check = (page: Page, which = choice) => which(page).getByRole('button').click();
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent || (document.activeElement as HTMLInputElement | null)?.type);
