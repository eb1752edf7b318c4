import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figure, open, readout, button, field, asks } from './page.ts';

describe('the numbers of the stepper', () => {
  test('shows the arithmetic of a pressed number, and lights what it came from', async () => {
    const page = await open();
    await button(page, 'score of query delicious with key apple').click();
    await expect
      .poll(() => readout(page))
      .toBe('query times key, place by place, added up: 0.89 × 1.31 + 0.3 × 0.35 ≈ 1.271');
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

  test('gives all numbers as a table and as CSV, what was typed at full precision', async () => {
    const page = await open();
    await field(page, asks).fill('0.123456789');
    await page.click(`${figure} .numbers summary`);
    await expect.poll(() => page.locator(`${figure} .numbers table`).nth(1).textContent()).toContain('0.123456789');
    await page.click(`${figure} figure-share summary`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`${figure} [data-share=csv]`)]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain('"query table W_Q (4, 2)",trait,0.123456789,,0.1,');
    expect(csv).toMatch(/output AV/);
  });
});
