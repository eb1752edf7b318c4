import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type Visit } from '../site.ts';

export const box = 'input[name=sentence]';
export const readout = 'live-generate-heatmap .readout';
export const own = 'Bees make honey from the nectar of flowers';

export async function open(visit: Visit = {}): Promise<Page> {
  const page = await openPage('', visit);
  if (visit.javaScript === false) return page;
  // The figure is the build's until a reader touches it.
  await page.focus(box);
  await page.waitForSelector('live-generate-heatmap[data-live]');
  return page;
}

export async function ask(page: Page, sentence: string): Promise<void> {
  await page.fill(box, sentence);
  await page.press(box, 'Enter');
}

/** The words of the large sentence. */
export const words = (page: Page): Promise<string[]> =>
  page
    .locator('live-generate-heatmap .sentence label')
    .evaluateAll((labels) => labels.map((label) => label.textContent!.trim()));

export async function waitForWords(page: Page, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => words(page)).toEqual(wanted);
}
