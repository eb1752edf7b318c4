import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ask, open, own, waitForWords, words } from './page.ts';

function modelBytes(): Buffer {
  const folder = join(inject('folder'), 'encoder');
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.startsWith('maps.'))!,
    ),
  );
}

describe('when the model does not arrive', () => {
  const model = '**/encoder/maps.*.bin';

  test('missing: the figure stays, and a second try works', async () => {
    let missing = true;
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => (missing ? route.fulfill({ status: 404 }) : route.continue())),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('the server answered 404');
    expect(await words(page)).toHaveLength(8);
    missing = false;
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
    expect(await page.textContent('.notices')).toBe('');
  });

  test('corrupt: refused by its checksum, and never kept', async () => {
    const bytes = modelBytes();
    bytes[bytes.length - 100]! ^= 1;
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => route.fulfill({ body: bytes })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('does not match its checksum');
    expect(await page.evaluate(async () => (await (await caches.open('encoder')).keys()).length)).toBe(0);
    await page.unroute(model);
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
  });

  test('cut off on the way: refused, and never kept', async () => {
    const half = modelBytes().subarray(0, 2_000_000);
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => route.fulfill({ body: half })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toMatch(/should be \d+ bytes long, but 2000000 arrived/);
    expect(await words(page)).toHaveLength(8);
  });

  test('no network: a sentence says so, and the figure stays', async () => {
    const page = await open({ expectErrors: true, before: (page) => page.route(model, (route) => route.abort()) });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('the network did not answer');
    expect(await words(page)).toHaveLength(8);
  });

  test('stopped by the reader: the last figure stays, and they may go on', async () => {
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const page = await open({
      expectErrors: true,
      before: (page) =>
        page.route(model, async (route) => {
          await held;
          await route.continue().catch(() => {});
        }),
    });
    await ask(page, own);
    await page.waitForSelector('.loading:not([hidden])');
    await page.focus('button[name=cancel]');
    await page.keyboard.press('Enter');
    goOn();
    await expect.poll(() => page.textContent('.notices')).toContain('Stopped');
    // The focus is handed on, to what one does next.
    await expect.poll(() => page.evaluate(() => document.activeElement!.textContent)).toBe('Try again');
    expect(await words(page)).toHaveLength(8);
    await page.keyboard.press('Enter');
    await waitForWords(page, own.split(' '));
    await expect.poll(() => page.evaluate(() => document.activeElement!.textContent!.trim())).toBe('Generate heatmap');
  });

  test.each([
    ['without a word', 'onmessage = () => setTimeout(close, 200);'],
    ['with an error', 'onmessage = () => { throw new Error("out of memory"); };'],
  ])('a worker that dies %s: the box is free, a sentence says so, and the next try works', async (_, dies) => {
    const worker = /encoder\.worker[^/]*\.js/;
    const holds = `navigator.locks.request('life', () => { postMessage({ life: 'life' }); return new Promise(() => {}); });`;
    const page = await open({
      expectErrors: true,
      before: (page) =>
        page.route(worker, (route) => route.fulfill({ contentType: 'text/javascript', body: holds + dies })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('has stopped for want of memory');
    expect(await page.locator('sentence-box[aria-busy]').count()).toBe(0);
    expect(await page.locator('sentence-box .loading').isVisible()).toBe(false);
    await page.unroute(worker);
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
  });
});
