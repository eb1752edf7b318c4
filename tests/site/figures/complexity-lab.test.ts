import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openFigure, touch } from './page-with.ts';

const tag = 'live-complexity-lab';
const figure = (page: Page) => page.locator('#figure-complexity-lab');
const progress = (page: Page) => figure(page).locator('.progress');
const rows = (page: Page) => figure(page).locator('.numbers tbody tr');

/** Lets no single run take longer than this, so that a measurement is over while a test waits. */
async function measureUpTo(page: Page, ms: number): Promise<void> {
  await touch(page, tag);
  await page.locator(tag).evaluate((element, limit) => (element.dataset['limit'] = limit), String(ms));
  await figure(page).locator('.measure').click();
}

/** Whether one of the scripts makes a WebAssembly module. */
const holdsKernel = (page: Page, urls: readonly string[]): Promise<boolean> =>
  page.evaluate(async (urls) => {
    const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
    return texts.some((text) => text.includes('WebAssembly.Module'));
  }, urls);

describe('time, measured', () => {
  test('stands whole in the page without a script: a recorded run that names its processor', async () => {
    const page = await openFigure(tag, { javaScript: false });
    expect(await figure(page).locator('.chart svg:visible').count()).toBe(1);
    expect(await figure(page).locator('.badge').textContent()).toMatch(/^measured\S*.+, Node \d+$/);
    expect(await figure(page).locator('.readout').textContent()).toContain(
      'With twice as many positions, standard attention takes',
    );
    expect(await figure(page).locator('.controls').isVisible()).toBe(false);
  });

  test('loads its worker only when the reader presses Measure, and measures in this browser', async () => {
    const page = await openFigure(tag);
    const workers: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('worker')) workers.push(request.url());
    });
    await touch(page, tag);
    await page.waitForTimeout(300);
    expect(workers).toEqual([]);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    expect(scripts.length).toBeGreaterThan(2);
    expect(await holdsKernel(page, scripts)).toBe(false);
    await measureUpTo(page, 4);
    await expect
      .poll(() => progress(page).textContent(), { timeout: 40_000 })
      .toMatch(/^Done: \d+ points measured in this browser\.$/);
    expect(workers.length).toBeGreaterThan(0);
    expect(await holdsKernel(page, workers)).toBe(true);

    const count = Number(/\d+/.exec((await progress(page).textContent())!)![0]);
    await expect.poll(() => rows(page).count()).toBe(count);
    expect(await progress(page).textContent()).toContain(`Done: ${count} points`);
    for (const name of ['standard', 'tiled', 'kernel', 'causal', 'windowed', 'recurrence'])
      expect(await rows(page).filter({ hasText: name }).count()).toBeGreaterThan(0);
    for (const ms of await rows(page).locator('td:nth-child(3)').allTextContents())
      expect(Number(ms)).toBeGreaterThan(0);
    expect(await figure(page).locator('.badge').textContent()).toContain('this browser');
    await expect.poll(() => figure(page).locator('.chart svg').count()).toBe(1);
  });

  test('stops at once, in the middle of a run, and keeps its points', async () => {
    const page = await openFigure(tag);
    await measureUpTo(page, 60_000);
    await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(6);
    await figure(page).locator('.stop').click();
    expect(await progress(page).textContent()).toMatch(/^Stopped after \d+ points; they stay\.$/);
    const kept = Number(/\d+/.exec((await progress(page).textContent())!)![0]);
    await expect.poll(() => rows(page).count()).toBe(kept);
    await page.waitForTimeout(700);
    expect(await rows(page).count()).toBe(kept);
    expect(await progress(page).textContent()).toContain(`Stopped after ${kept} points`);
    // Chromium lets a script that is told to end run for two seconds more.
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await figure(page).locator('.stop').isDisabled()).toBe(true);
  });

  test('tells of no run but the one that the badge names, and goes back to the recorded one', async () => {
    const page = await openFigure(tag);
    const [badge, said, back] = ['.badge', '.readout', '.recorded'].map((part) => figure(page).locator(part));
    const recorded = [await badge!.textContent(), await said!.textContent()];
    expect(await back!.isDisabled()).toBe(true);
    await measureUpTo(page, 60_000);
    await expect.poll(() => badge!.textContent()).toContain('this browser');
    expect(await said!.textContent()).toMatch(/^This browser is being measured: /);
    await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
    await back!.click();
    await expect.poll(async () => [await badge!.textContent(), await said!.textContent()]).toEqual(recorded);
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.className)).toBe('recorded');
    expect(await progress(page).textContent()).toBe('');
  });

  test('shows what the address says, and says what is shown', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    await figure(page).getByText('Memory', { exact: true }).click();
    await figure(page).locator('input[name=tiled]').click();
    await expect.poll(() => figure(page).locator('.badge').textContent()).toContain('computed');
    await expect.poll(() => figure(page).locator('.readout').textContent()).toContain('4.29 GB');
    expect(await figure(page).locator('.readout').textContent()).toContain(
      'This browser does not tell what a run holds',
    );
    await expect.poll(() => page.url()).toContain('complexity-lab.tiled=0&complexity-lab.quantity=memory');
    await page.reload();
    await expect.poll(() => figure(page).locator('.readout').textContent()).toContain('4.29 GB');
    expect(await figure(page).locator('input[name=tiled]').isChecked()).toBe(false);
  });

  test('asks a browser that tells what a worker holds', async () => {
    // No browser tells it without headers that a static host does not send: this one is made to.
    const page = await openFigure(tag, {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'crossOriginIsolated', { value: true });
          const breakdown = [
            { bytes: 5e6, attribution: [{ scope: 'Window' }] },
            { bytes: 7e6, attribution: [{ scope: 'DedicatedWorkerGlobalScope' }] },
          ];
          Object.assign(performance, { measureUserAgentSpecificMemory: async () => ({ bytes: 12e6, breakdown }) });
        }),
    });
    await measureUpTo(page, 4);
    await expect.poll(() => progress(page).textContent(), { timeout: 40_000 }).toContain('Done');
    await figure(page).getByText('Memory', { exact: true }).click();
    await expect
      .poll(() => figure(page).locator('.readout').textContent())
      .toMatch(/This browser says that the worker held 7\.00 MB, with the weights of [\d,]+ positions among it\./);
  });

  test('fits a narrow page', async () => {
    const page = await openFigure(tag, { width: 320 });
    await touch(page, tag);
    await figure(page).getByText('Memory', { exact: true }).click();
    await expect.poll(() => figure(page).locator('.readout').textContent()).toContain('4.29 GB');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
