import { expect, test } from 'vitest';
import { openFigure } from './page-with.ts';

test('a text that is pasted is counted in the page, goes nowhere, and is put aside by another length', async () => {
  const page = await openFigure('live-own-length');
  const figure = page.locator('live-own-length');
  const [readout, slider] = [figure.locator('.readout'), figure.locator('[data-field=words]')];
  // The first act counts, though no code has come.
  await figure.locator('.own-text textarea').fill('It’s a short text.');
  await expect.poll(() => readout.textContent()).toMatch(/^A text of 4 words is about 5 pieces\./);
  expect(await figure.locator('.slider output').textContent()).toBe('4 words, counted');
  await expect.poll(() => page.url()).toContain('own-length.counted=4');
  expect(page.url()).not.toContain('short');
  await page.reload();
  await expect.poll(() => readout.textContent()).toMatch(/^A text of 4 words is about 5 pieces\./);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => readout.textContent()).toMatch(/^A text of 20 words/);
  await figure.locator('.own-text textarea').fill('one');
  await figure.locator('.own-text textarea').fill('');
  await expect.poll(() => readout.textContent()).toMatch(/^A text of 10 words/);
});
