import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import recorded from '../../../components/figures/watch-it-learn/recorded.json' with { type: 'json' };
import { openPage } from '../site.ts';
import { openFigure } from './page-with.ts';

const tag = 'live-watch-it-learn';
const part = (page: Page, name: string) => page.locator(`${tag} ${name}`);
const isAt = (page: Page, step: number, timeout = 20_000) =>
  expect.poll(() => part(page, '.progress').textContent(), { timeout }).toMatch(new RegExp(`^Step ${step}:`));
const stepOf = async (page: Page): Promise<number> =>
  Number(/^Step (\d+):/.exec((await part(page, '.progress').textContent())!)?.[1] ?? 0);
const choose = (page: Page, field: string, value: string): Promise<void> =>
  part(page, `label:has([data-field=${field}][value="${value}"])`).click();

/** Step, loss and share of right answers, as the table lists them. */
const listed = (page: Page): Promise<string[][]> =>
  part(page, '.numbers table')
    .first()
    .evaluate((table) =>
      [...(table as HTMLTableElement).tBodies[0]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
const ofRecord = (steps: number): string[][] =>
  recorded[0]!.points
    .filter(({ step }) => step <= steps)
    .map(({ step, loss, accuracy }) => [String(step), loss.toFixed(3), (100 * accuracy).toFixed(0)]);

describe('a model that is trained in the page', () => {
  test('stands in the page as a recorded run, and nothing starts by itself', async () => {
    const page = await openFigure(tag, { javaScript: false });
    expect(await part(page, '.badge').textContent()).toMatch(/^trained\S*.*a recorded run, seed 1$/);
    expect(await listed(page)).toEqual(ofRecord(300));
    expect(await part(page, '.controls').isVisible()).toBe(false);
  });

  test('goes as many steps as are asked for from the first press on, and comes to the numbers of the record', async () => {
    const page = await openFigure(tag);
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    expect(page.workers()).toHaveLength(0);
    // Pressed before any code of the figure has come, and again before the worker has answered.
    await part(page, '.step').click();
    await part(page, '.step').click();
    await isAt(page, 10);
    await choose(page, 'pace', '25');
    await part(page, '.step').click();
    await isAt(page, 35);
    expect(workers).toHaveLength(1);
    await expect.poll(() => listed(page)).toEqual(ofRecord(35));
    expect(await part(page, '.badge').textContent()).toContain('just now, by your browser');
    await expect.poll(() => part(page, '.readout').textContent()).toMatch(/^After 35 steps, \d+ % are right\./);

    // From the beginning again: the same numbers.
    await part(page, '.reset').click();
    await expect.poll(() => part(page, '.progress').textContent()).toMatch(/^Not trained yet/);
    await expect.poll(() => part(page, '.badge').getAttribute('data-badge')).toBe('seeded random');
    await expect.poll(() => part(page, '.reset').getAttribute('aria-disabled')).toBe('true');
    await choose(page, 'pace', '1');
    await part(page, '.step').click();
    await isAt(page, 1);
    await expect.poll(() => listed(page)).toEqual(ofRecord(1));

    // It trains until it is told to rest, says so once, and does rest.
    await part(page, '.train').click();
    await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(4);
    expect(await part(page, '.train').textContent()).toBe('Pause');
    expect(await part(page, '.step').getAttribute('aria-disabled')).toBe('true');
    expect(await part(page, '.readout').textContent()).toMatch(/^It is being trained in your browser/);
    await part(page, '.train').click();
    await expect.poll(() => part(page, '.readout').textContent()).toMatch(/^After \d+ steps/);
    expect(await part(page, '.train').textContent()).toBe('Go on');
    const rested = await stepOf(page);
    await page.waitForTimeout(400);
    expect(await stepOf(page)).toBe(rested);

    // The worker goes with the page; should the reader come back, it learns again what it had learned.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await expect.poll(() => page.workers().length).toBe(0);
    await choose(page, 'pace', '5');
    await part(page, '.step').click();
    await isAt(page, rested + 5);
    const upTo = ofRecord(rested + 5);
    await expect.poll(async () => (await listed(page)).slice(0, upTo.length)).toEqual(upTo);
  });

  test('rests while the page draws nothing, as a hidden one does', async () => {
    const page = await openFigure(tag);
    await choose(page, 'pace', '1');
    await part(page, '.train').click();
    await expect.poll(() => part(page, '.badge').textContent(), { timeout: 20_000 }).toContain('just now');
    await page.evaluate(() => {
      const draw = window.requestAnimationFrame;
      const kept: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (act) => kept.push(act);
      Object.assign(window, {
        drawAgain: () => {
          window.requestAnimationFrame = draw;
          for (const act of kept) draw(act);
        },
      });
    });
    await page.waitForTimeout(500);
    const hidden = await stepOf(page);
    await page.waitForTimeout(500);
    expect(await stepOf(page)).toBe(hidden);
    await page.evaluate(() => (window as unknown as { drawAgain(): void }).drawAgain());
    await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(hidden + 10);
  });

  test('shows another depth with the earlier run behind it, its two maps, and rests until it is started', async () => {
    const page = await openFigure(tag, { reducedMotion: 'reduce' });
    await choose(page, 'task', 'recall');
    await expect.poll(() => part(page, '.readout').textContent()).toMatch(/^After 300 steps, 1\d % are right/);
    await choose(page, 'layers', '2');
    await expect.poll(() => part(page, '.readout').textContent()).toMatch(/^After 300 steps, 100 % are right/);
    expect(await part(page, '.legend').first().textContent()).toContain('before: one layer, seed 1');
    const map = (): Promise<string> => part(page, '.map svg').first().innerHTML();
    const second = await map();
    await choose(page, 'look', 'first');
    await expect.poll(map).not.toBe(second);

    // Another seed was not recorded: its first map comes from the worker, before the first step.
    await part(page, 'select').selectOption('2');
    await expect.poll(() => part(page, '.progress').textContent(), { timeout: 20_000 }).toMatch(/^Not trained yet/);
    expect(await part(page, '.train').textContent()).toBe('Start');
    expect(await part(page, '.legend').first().textContent()).toContain('before: two layers, seed 1');
    // A reader who wants little to move sees it every 25 steps.
    await part(page, '.train').click();
    await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(0);
    expect((await stepOf(page)) % 25).toBe(0);
    await choose(page, 'layers', '1');
    await expect.poll(() => part(page, '.progress').textContent(), { timeout: 20_000 }).toMatch(/^Not trained yet/);
    expect(await part(page, '.train').textContent()).toBe('Start');
  });

  test('says so where its worker cannot be had, and the next press tries again', async () => {
    let isDown = true;
    const page = await openPage('embed/watch-it-learn/', {
      expectErrors: true,
      before: (page) => page.route(/watch-it-learn\.worker/, (route) => (isDown ? route.abort() : route.continue())),
    });
    await part(page, '.train').click();
    await expect
      .poll(() => part(page, '.untrained').textContent(), { timeout: 20_000 })
      .toContain('could not be started');
    expect(await part(page, '.train').textContent()).toBe('Train it here');
    expect(await part(page, '.badge').textContent()).toContain('a recorded run');
    isDown = false;
    await part(page, '.step').click();
    await isAt(page, 5);
    expect(await part(page, '.untrained').isVisible()).toBe(false);
  });

  test('fits a narrow page', async () => {
    const page = await openFigure(tag, { width: 320 });
    await choose(page, 'task', 'recall');
    await choose(page, 'layers', '2');
    await expect.poll(() => part(page, '.readout').textContent()).toMatch(/^After 300 steps, 100 %/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
