import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { budgets, scriptBudget } from '../../src/audit/weight.ts';
import { openPage, scrollThrough, sharePage } from './site.ts';
import { askedBy, quiet } from './traffic.ts';
import { violations } from './violations.ts';

const paths = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
/** Figures alone have a suite of their own, `figures/every/`. */
const pages = paths.filter((path) => !path.startsWith('embed/'));

describe.each(pages)('/%s', (path) => {
  const page = sharePage(path);

  test('loads nothing from elsewhere, no model unasked, and keeps its budget', async () => {
    await scrollThrough(page());
    await quiet(page());
    const urls = askedBy(page());
    expect(urls.filter((url) => !url.startsWith(inject('site')))).toEqual([]);
    expect(urls.filter((url) => url.includes('/encoder/'))).toEqual([]);
    let scripts = 0;
    let all = 0;
    for (const url of urls) {
      const response = await page().request.get(url);
      const bytes = await response.body();
      const size = url.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
      all += size;
      if (url.endsWith('.js')) scripts += size;
    }
    const figures = await page().locator('figure.figure').count();
    const cells = await page().locator('code-cell').count();
    expect(scripts).toBeLessThanOrEqual(scriptBudget({ figures, cells }));
    if (path === '') expect(all).toBeLessThanOrEqual(budgets.openingAll);
    console.log(
      `/${path}: ${figures} figures, scripts ${(scripts / 1000).toFixed(1)} KB, all ${(all / 1000).toFixed(1)} KB gzip`,
    );
  });

  test('has no accessibility violation', async () => {
    await page().emulateMedia({ reducedMotion: 'reduce' });
    expect(await page().locator('iframe, frame').count()).toBe(0);
    expect(await violations(page())).toEqual([]);
  });

  // What is not a colour is the same in the dark.
  test('has its contrasts in the dark too', async () => {
    const paper = () => page().evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page().emulateMedia({ colorScheme: 'dark' });
    expect(await paper()).not.toBe(light);
    expect(await violations(page(), { rules: ['color-contrast'] })).toEqual([]);
  });
});

describe('every page', () => {
  test('turns dark and light at a button, and remembers', async () => {
    const page = await openPage('attention/code/');
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.click('.theme');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(`${inject('site')}attention/academic/`);
    expect(await paper()).toBe(dark);
  });

  test('has a skip link that is its first stop', async () => {
    const page = await openPage('attention/code/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    // The text, behind the contents and the switch between registers.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('obeys a content security policy that lets no foreign script run', async () => {
    const page = await openPage('', { expectErrors: true });
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    expect(policy).toContain("default-src 'self'");
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return 'intruder' in window;
    });
    expect(ran).toBe(false);
  });

  test('lights every mention of a concept when one is pointed at', async () => {
    const page = await openPage('attention/academic/');
    const term = page.locator('[data-concept=query]').first();
    await term.hover();
    const lit = await page
      .locator('[data-concept=query]')
      .evaluateAll((all) => all.every((each) => each.classList.contains('lit')));
    expect(lit).toBe(true);
    expect(await page.locator('[data-concept=key].lit').count()).toBe(0);
  });

  test('follows the reader in its contents, and keeps the place in the other registers', async () => {
    const page = await openPage('attention/academic/', { width: 1400 });
    await page.locator('#order-has-to-be-added').evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => page.getAttribute('.contents a[aria-current]', 'href')).toBe('#order-has-to-be-added');
    const [, plain, code] = await page
      .locator('.registers a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(plain).toMatch(/plain-english\/#order-has-to-be-added$/);
    expect(code).toMatch(/code\/#order-has-to-be-added$/);
    // Neither the focus nor a press moves the page, and with it the section that is kept.
    const here = await page.evaluate(() => scrollY);
    await page.locator('.registers a').nth(2).focus();
    expect(await page.evaluate(() => scrollY)).toBe(here);
    await page.locator('.registers a').nth(2).click();
    await expect.poll(() => page.url()).toContain('/attention/code/#order-has-to-be-added');
  });

  test('prints its text and figures on white, without controls', async () => {
    const page = await openPage('', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await page.locator('.map .for-wide svg').first().isVisible()).toBe(true);
    expect(await page.locator('.controls').first().isVisible()).toBe(false);
  });
});
