import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { packScript } from '../../src/pack.ts';
import { listenTo } from './engines/listen.ts';
import { openPage } from './site.ts';

type Beside = Record<string, { readonly contentType: string; readonly body: string }>;

const built = await (await fetch(`${inject('site')}service-worker.js`)).text();
const files = JSON.parse(/"files":(\[.*?\])/.exec(built)![1]!) as readonly { readonly url: string }[];

/** A chapter and what it names, and so on: all that the site keeps would take half of this test's time. */
const chapter = new Set(['attention/plain-english/']);
for (const address of chapter) {
  const text = readFileSync(join(inject('folder'), address.replace(/\/$/, '/index.html')), 'utf8');
  const named = new Set(text.match(/[\w.-]+\.(?:js|css|woff2)/g)?.map((name) => `_astro/${name}`));
  for (const { url } of files) if (named.has(url)) chapter.add(url);
}
const ahead = JSON.stringify(files.filter(({ url }) => chapter.has(url)));
const worker = built.replace(/"files":\[.*?\]/, () => `"files":${ahead}`);
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
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('site '));
    const all = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
    return (await Promise.all(all)).flat();
  });

it(
  'is there without a connection, figures and model too, and tells of a new build in one line',
  { timeout: 180_000 },
  async () => {
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
        // The whole model is read from what is kept: on a busy machine that takes its time.
        await expect
          .poll(() => page.locator('.figure svg:visible').first().textContent(), { timeout: 60_000 })
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
      expect(await kept(page)).toContain(`${site}embed/masks/`);
      Object.assign(beside, another(worker.replace('"files":[', '"files":[{"revision":null,"url":"nowhere.js"},')));
      expect(await update(page)).toBe('redundant');
      expect(await page.locator('.newer').isVisible()).toBe(false);
      const [, revision] = /"revision":"(\w+)"/.exec(worker)!;
      Object.assign(beside, another(worker.replace(revision!, 'another')));
      // The browser looks for another by itself, too, and may still be at the one before.
      await expect
        .poll(() =>
          page.evaluate(async () => {
            const registration = (await navigator.serviceWorker.getRegistration())!;
            if (!registration.waiting) await registration.update().catch(() => {});
            return registration.waiting?.state;
          }),
        )
        .toBe('installed');
      await expect.poll(() => page.locator('.newer').isVisible()).toBe(true);
      await page.evaluate(() => (document.documentElement.dataset['before'] = ''));
      await page.locator('.newer button').first().click();
      await expect.poll(() => page.locator('[data-before]').count()).toBe(0);
      // Of two builds nothing stands side by side.
      await expect.poll(async () => (await kept(page)).some((url) => url.endsWith(revision!))).toBe(false);
      const after = await kept(page);
      expect(after.filter((url) => url.endsWith('=another'))).toHaveLength(1);
      expect(after).not.toContain(`${site}embed/masks/`);

      // A host that is to be without it takes it away.
      Object.assign(beside, another(await packScript('src/offline/remover.ts', 'worker')));
      await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
      await expect.poll(() => kept(page)).toEqual([]);
    } finally {
      close();
    }
  },
);
