import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { listenTo } from './engines/listen.ts';
import { openPage } from './site.ts';

type Beside = Record<string, { readonly contentType: string; readonly body: string }>;

const worker = await (await fetch(`${inject('site')}service-worker.js`)).text();
/** The worker of another build. */
const another = (body: string) => ({ 'service-worker.js': { contentType: 'text/javascript', body } });

/** Looks for another worker, and tells in which state that one ends. */
const update = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    const found = new Promise<ServiceWorker>((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing!), { once: true }),
    );
    // What is amiss with it, its state tells.
    await registration.update().catch(() => {});
    const next = await found;
    while (next.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 20));
    return next.state;
  });

/** What is kept of the site, but for the model. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((key) => key.startsWith('site ')));

it('is there without a connection, figures and model too, and tells of a new build in one line', async () => {
  const beside: Beside = another(worker);
  const { site, close } = await listenTo(inject('site'), beside);
  try {
    const page = await openPage('licences/', { serviceWorkers: 'allow', expectErrors: true });
    const context = page.context();
    await page.goto(`${site}attention/`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    // What is not fetched ahead is kept when it was used: a figure alone, and the model that it asked.
    await page.goto(`${site}embed/masks/?theme=dark`);
    await expect.poll(() => page.locator(':not(:defined)').count()).toBe(0);
    const ask = async (sentence: string): Promise<void> => {
      await page.locator('sentence-box input').fill(sentence);
      await page.locator('sentence-box input').press('Enter');
      await expect
        .poll(() => page.locator('.figure svg:visible').first().textContent())
        .toContain(sentence.slice(0, 3));
    };
    await ask('Dogs chase red balls');
    expect((await page.goto(`${site}nowhere/`))!.status()).toBe(404);

    await context.setOffline(true);
    await page.goto(`${site}attention/plain-english`);
    expect(await page.locator('h1').first().textContent()).toContain('plain');
    await expect.poll(() => page.locator(':not(:defined)').count()).toBe(0);
    await page.locator('live-masks label:has([value=window])').click();
    await expect.poll(() => page.locator('live-masks .readout').textContent()).toContain('query ball');
    await page.goto(`${site}embed/masks/#masks.mask=window`);
    await expect.poll(() => page.locator(':not(:defined)').count()).toBe(0);
    await ask('Cats like warm milk');
    expect((await page.goto(`${site}nowhere/`))!.status()).toBe(503);
    expect(await page.locator('h1').textContent()).toBe('No connection');

    // A build of which something is missing leaves all as it was.
    await context.setOffline(false);
    await page.goto(`${site}attention/`);
    const before = await kept(page);
    Object.assign(beside, another(worker.replace('"addresses":[', '"addresses":["nowhere.js",')));
    expect(await update(page)).toBe('redundant');
    expect(await page.locator('.newer').isVisible()).toBe(false);
    Object.assign(beside, another(worker.replace(/"version":"\w+"/, '"version":"another"')));
    expect(await update(page)).toBe('installed');
    await expect.poll(() => page.locator('.newer').isVisible()).toBe(true);
    await page.evaluate(() => (document.documentElement.dataset['before'] = ''));
    await page.locator('.newer button').first().click();
    await expect.poll(() => page.locator('[data-before]').count()).toBe(0);
    await expect.poll(() => kept(page)).toEqual([before[0]!.replace(/\w+$/, 'another')]);
  } finally {
    close();
  }
});
