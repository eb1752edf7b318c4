/** Where a reader was last in a lesson is kept on their machine, said where lessons are listed, and forgotten when they ask. */
import { expect, test } from 'vitest';
import { openPage } from './site.ts';

test('a fresh reader is told nothing, and one who was in a chapter goes on where they were', async () => {
  const page = await openPage('attention/');
  const line = page.locator('.go-on[data-lesson$="/attention/"]');
  const visit = (path: string) => page.goto(new URL(path, page.url()).href);
  const kept = () => page.evaluate(() => localStorage.getItem('answers') ?? '');
  expect(await line.textContent()).toBe('');
  // The overview itself is no place to go on at.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await visit('./practice/');
  expect(await kept()).not.toContain('place');

  await page.evaluate(() => document.querySelector('#a-causal-mask')!.scrollIntoView());
  await expect.poll(kept).toContain('a-causal-mask');
  for (const path of ['../', '../']) {
    await visit(path);
    await expect.poll(() => line.textContent()).toBe('Go on at “A causal mask” in “Attention, written by you” Forget');
  }
  await line.getByRole('link').click();
  await expect.poll(() => page.url()).toMatch(/\/attention\/practice\/#a-causal-mask$/);

  await visit('../');
  await line.getByRole('button', { name: 'Forget' }).click();
  await expect.poll(() => line.textContent()).toBe('Forgotten.');
  expect(await line.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await kept()).not.toContain('place');
});
