import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Visit } from '../site.ts';
import { openFigure, touch } from './page-with.ts';

const figure = 'live-stepper';

async function open(visit: Visit = {}): Promise<Page> {
  const page = await openFigure(figure, visit);
  if (visit.javaScript !== false) await touch(page, figure);
  return page;
}

const readout = (page: Page): Promise<string | null> => page.textContent(`${figure} .how`);
const button = (page: Page, label: string) => page.locator(`${figure} td button[aria-label^="${label}"]`);
const field = (page: Page, label: string) => page.locator(`${figure} input[aria-label^="${label}"]`);
const challenge = (page: Page, id: string): Promise<string | null> => page.textContent(`[data-challenge=${id}] .state`);
const asks = 'W_Q row 3, trait; column 1';

describe('the stepper', () => {
  test('is whole without a script: every matrix, one number explained, nothing dim', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator(`${figure} table.matrix`).count()).toBe(11);
    expect(await readout(page)).toContain('0.523 × 0.97 + 0.185 × 0.02 + 0.291 × 0.31 = 0.602');
    expect(await page.locator(`${figure} .later`).count()).toBe(0);
    expect(await page.locator(`${figure} [name=play]`).isVisible()).toBe(false);
    expect(await page.locator('td.sum').allTextContents()).toEqual(['1.00', '1.00', '1.00']);
  });

  test('shows the arithmetic of a pressed number, and lights what it came from', async () => {
    const page = await open();
    await button(page, 'score of query delicious with key apple').click();
    await expect.poll(() => readout(page)).toBe('row of Q · row of K = 0.89 × 1.31 + 0.3 × 0.35 = 1.271');
    const lit = await page.locator('td.source').evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
    expect(lit).toEqual(['0.89', '0.30', '1.31', '0.35']);
  });

  test('works by keyboard: a matrix is one stop, arrow keys move within it', async () => {
    const page = await open();
    const first = button(page, 'weight of query apple on key apple');
    await first.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.textContent(`${figure} .what`)).toContain('weight of query is on key is');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('table')?.dataset['matrix'])).toBe('output');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'weight of query is on key is',
    );
  });

  test('carries an edit through to the output, and checks the challenges', async () => {
    const page = await open();
    expect(await challenge(page, 'attend')).toBe('Not met: the weight is 0.523.');
    await field(page, asks).fill('3');
    await expect.poll(() => challenge(page, 'attend')).toBe('Met: the weight is 0.868.');
    await expect.poll(() => button(page, 'weight of query delicious on key apple').textContent()).toBe('0.87');
    await expect.poll(() => page.textContent(`${figure} .news`)).toContain('Challenge met');
    await field(page, asks).fill('-0.5');
    await expect.poll(() => challenge(page, 'one-way')).toMatch(/^Met/);
    for (const one of await page.locator('[data-matrix=WK] input').all()) await one.fill('0');
    await expect.poll(() => challenge(page, 'uniform')).toMatch(/^Met/);
    await page.click(`${figure} .reset`);
    await expect.poll(() => field(page, asks).inputValue()).toBe('0.8');
    await expect.poll(() => challenge(page, 'attend')).toBe('Not met: the weight is 0.523.');
  });

  test('names a bad cell and keeps the last good figure', async () => {
    const page = await open();
    const bad = field(page, 'W_Q row 2, link; column 1');
    await bad.fill('');
    await expect
      .poll(() => page.textContent(`${figure} .faults`))
      .toBe('W_Q row 2, column 1 is empty: type a number such as 0.5. The figure still shows the last good values.');
    expect(await bad.getAttribute('aria-invalid')).toBe('true');
    expect(await button(page, 'weight of query delicious on key apple').textContent()).toBe('0.52');
    await bad.pressSequentially('1e');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toContain('is not a number');
    await bad.fill('0.5');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toBe('');
    expect(await bad.getAttribute('aria-invalid')).toBe(null);
  });

  test.each([320, 1440])('holds numbers of a million at %d pixels, without NaN and within its cells', async (width) => {
    const page = await open({ width });
    for (const one of await page
      .locator(`${figure} :is([data-matrix=X], [data-matrix=WK], [data-matrix=WV]) input`)
      .all())
      await one.fill('-1000000');
    await expect.poll(() => button(page, 'output of delicious, food').textContent()).toMatch(/e/);
    const numbers = await page.locator(`${figure} td button`).allTextContents();
    expect(numbers.filter((text) => /NaN|Infinity/.test(text))).toEqual([]);
    const spilt = await page.locator(`${figure} td button`).evaluateAll(
      (all) =>
        all.filter((one) => {
          const text = document.createRange();
          text.selectNodeContents(one);
          return text.getBoundingClientRect().width > one.getBoundingClientRect().width;
        }).length,
    );
    expect(spilt).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await field(page, asks).fill('-1000000');
    await page.keyboard.press('Tab');
    expect(await field(page, asks).inputValue()).toBe('-1e6');
  });

  test('steps back and on, and keeps the focus at the ends', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const stop = (): Promise<string | null> => page.textContent(`${figure} .stop`);
    await page.focus(`${figure} [name=back]`);
    for (let step = 0; step < 6; step++) await page.keyboard.press('Enter');
    await expect.poll(() => stop()).toBe('Step 1 of 6: words as numbers');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('back');
    await page.click(`${figure} [name=next]`);
    await expect.poll(() => readout(page)).toContain('row of X · column of W_Q');
    await button(page, 'scaled score of query apple with key is').click();
    await expect.poll(() => stop()).toBe('Step 4 of 6: scaled scores');
  });

  test('dims what is not reached, and leaves it legible', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.focus(`${figure} [name=back]`);
    for (let step = 0; step < 5; step++) await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(`${figure} .stage.later`).count()).toBe(5);
    const { violations } = await new AxeBuilder({ page }).include(figure).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('plays to the end and stops there', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.click(`${figure} [name=play]`);
    await expect.poll(() => page.textContent(`${figure} .stop`)).toContain('Step 1 of 6');
    expect(await page.textContent(`${figure} [name=play]`)).toBe('Pause');
    await expect.poll(() => page.textContent(`${figure} .stop`)).toContain('Step 6 of 6');
    expect(await page.textContent(`${figure} [name=play]`)).toBe('Play');
  });
});
