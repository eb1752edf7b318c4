import { expect, inject, test } from 'vitest';
import { openPage } from './site.ts';
import { quiet } from './traffic.ts';

test('an address without its slash leads to its page, and one that is misspelt to a page that is near', async () => {
  const page = await openPage('attention/code', { expectErrors: true });
  expect(await page.locator('h1').textContent()).toBe('Attention in code');
  const { href, height } = await page.evaluate(() => ({
    href: document.querySelector<HTMLAnchorElement>('a[href$=".ipynb"]')!.href,
    height: document.documentElement.scrollHeight,
  }));
  expect(href).toBe(`${inject('site')}attention/code/attention-numpy.ipynb`);
  expect(height).toBeGreaterThan(5000);

  const answer = await page.goto(`${inject('site')}attention/acadmic/`);
  expect(answer!.status()).toBe(404);
  await expect.poll(() => page.locator('.near').innerText()).toBe('Near it is Attention, defined and derived.');
  await page.locator('.near a').click();
  await expect.poll(() => page.url()).toBe(`${inject('site')}attention/academic/`);

  await page.goto(`${inject('site')}nothing/of/this/kind/`);
  await quiet(page);
  expect(await page.locator('.near').isVisible()).toBe(false);
});
