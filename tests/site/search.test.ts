/** A search over prose, formulas and code leads to sections, costs nothing before it is opened, and says what it cannot do. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { readSite } from '../../src/audit/site.ts';
import { openPage } from './site.ts';
import { violations } from './violations.ts';

const site = readSite(inject('folder'), new URL(inject('site')).pathname);
const index = globSync(join(inject('folder'), 'pagefind/fragment/*'))
  .map((file) => gunzipSync(readFileSync(file)).toString())
  .join('\n');

test('what can be found stands in pages that one reads, and none of it is drawn, answered or set twice', () => {
  const urls = [...index.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!);
  expect(urls).toContain('/attention/academic/#several-heads');
  expect(urls).toContain('/glossary/#softmax');
  expect(urls.filter((url) => /^\/(embed|404|licences|claims)/.test(url))).toEqual([]);
  for (const words of ['softmax ( QK^T sqrt d_K )V', 'function splitHeads(X: Matrix, heads: number)'])
    expect(index.includes(words), words).toBe(true);
  // A command of TeX, a formula as it is set, a figure's controls, a question's answer.
  const unread = /\\(?:frac|sqrt|operatorname)|QK⊤|Arrow keys|Show the answer|Compare a solution/.exec(index);
  expect(unread?.[0]).toBeUndefined();
  // Words are compared by the program for English, and no other is sent along.
  expect(globSync(join(inject('folder'), 'pagefind/wasm.*')).map((file) => file.replace(/.*wasm\./, ''))).toEqual([
    'en.pagefind',
  ]);
});

test('a page has the script of cards where it has something that opens one', () => {
  const bare = site.pages.filter(
    ({ path, html }) =>
      !path.startsWith('/embed/') && /class="(?:citation|claim|term)"/.test(html) && !/<script[^>]+Cards/.test(html),
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('a slash opens it, arrows and Enter lead to the section, Escape leads back', async () => {
  const page = await openPage('attention/code/', { width: 360 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const dialog = page.locator('dialog.search');
  const [input, said, found] = [dialog.locator('input'), dialog.locator('.said'), dialog.locator('li a')];
  expect(await page.getByRole('link', { name: 'Search and glossary' }).getAttribute('href')).toMatch(/\/glossary\/$/);
  expect(asked.filter((url) => /pagefind|dialog/.test(url))).toEqual([]);

  await page.keyboard.press('/');
  await input.waitFor();
  await page.keyboard.type('QK');
  await expect.poll(() => said.textContent()).toMatch(/sections/);
  const places = await found.locator('small').allTextContents();
  expect(places).toContain('Attention · Code');
  expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  expect(await violations(page, { within: '.search' })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, { within: '.search', rules: ['color-contrast'] })).toEqual([]);
  // In a field a slash is a slash.
  await input.fill('жжж');
  await page.keyboard.press('/');
  expect(await input.inputValue()).toBe('жжж/');
  await expect.poll(() => said.textContent()).toMatch(/^Nothing found for “жжж\/”/);
  expect(await found.count()).toBe(0);

  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.isVisible()).toBe(false);
  const link = page.locator('.find');
  await link.click();
  await input.fill('causal mask');
  await expect.poll(() => found.count()).toBeGreaterThan(3);
  const hrefs = await found.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
  const here = hrefs.findIndex((href) => href.endsWith('/attention/code/#masks'));
  expect(here).toBeGreaterThanOrEqual(0);
  for (let at = 0; at <= here; at++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/\/attention\/code\/#masks$/);
  expect(await dialog.isVisible()).toBe(false);
  await expect.poll(async () => (await page.locator('#masks').boundingBox())!.y).toBeLessThan(200);
});

test('an index that cannot be had is said, and tried again', async () => {
  const page = await openPage('claims/', { expectErrors: true });
  const dialog = page.locator('dialog.search');
  const [again, found] = [dialog.getByRole('button', { name: 'Try again' }), dialog.locator('li')];
  /** What fails at first, what is asked then, and that it is found at the second try. */
  const fails = async (files: string, words: string): Promise<void> => {
    await page.route(files, (route) => route.abort());
    await dialog.locator('input').fill(words);
    await again.waitFor();
    expect(await dialog.locator('.said').textContent()).toMatch(/could not be loaded/);
    expect(await found.count()).toBe(0);
    await page.unroute(files);
    await again.click();
    await expect.poll(() => found.count()).toBeGreaterThan(0);
    expect(await again.isVisible()).toBe(false);
  };
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.locator('.find').click();
  await again.waitFor();
  await page.unroute('**/pagefind/pagefind.js');
  await fails('**/pagefind/*.pf_meta', 'mask');
  // A part of it that is missing later is no empty answer.
  await fails('**/pagefind/{index/*,*.json*}', 'temperature');
});
