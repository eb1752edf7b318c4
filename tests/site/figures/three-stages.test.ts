import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-three-stages';
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);
const rect = (page: Page, stage: string, query: number) =>
  page.locator(`${tag} [data-pane=${stage}] rect[data-query="${query}"]:visible`);

describe('the three stages', () => {
  test('are whole without a script: both maps, both sets of vectors, and one weight taken apart', async () => {
    const page = await openFigure(tag, { javaScript: false });
    for (const stage of ['scores', 'weights'])
      expect(await page.locator(`${tag} [data-pane=${stage}] .for-wide rect[data-query]`).count()).toBe(64);
    for (const stage of ['values', 'output'])
      expect(await page.locator(`${tag} [data-pane=${stage}] .for-wide rect[data-across="128"]`).count()).toBe(8);
    expect(await page.locator(`${tag} .arithmetic > li`).count()).toBe(4);
    expect(await page.isVisible(`${tag} form`)).toBe(false);
  });

  test('print arithmetic that adds up to what they say', async () => {
    const page = await openFigure(tag, { javaScript: false });
    const number = (text: string): number => Number(text.replace('−', '-'));
    const steps = await page
      .locator(`${tag} .arithmetic > li`)
      .evaluateAll((items) =>
        items.map((item) =>
          [...item.querySelectorAll('ul li, :scope > span')].map((part) => part.textContent).join(' | '),
        ),
      );
    const [products, , softmax, sum] = steps as [string, string, string, string];
    const total = (text: string): number =>
      [...text.matchAll(/= (−?[\d.]+) \|/g)].reduce((all, [, found]) => all + number(found!), 0);
    const rest = (text: string): number => number(/that sum to (−?[\d.]+)/.exec(text)?.[1] ?? '0');
    const together = (text: string): number => number(/together (−?[\d.]+)/.exec(text)![1]!);
    for (const text of [products, sum]) expect(Math.abs(total(text) + rest(text) - together(text))).toBeLessThan(0.006);
    const [, power, powers, weight] = /([\d.]+) \/ ([\d.]+) = ([\d.]+)/.exec(softmax)!.map(Number) as [
      number,
      number,
      number,
      number,
    ];
    expect(power / powers).toBeCloseTo(weight, 2);
  });

  test('light all that made one output', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    await rect(page, 'output', 6).hover();
    await expect.poll(() => readout(page)).toMatch(/^query deposit and key .+; output deposit, feature \d+: /);
    expect(await page.textContent(`${tag} .asking`)).toBe('deposit');
    // Its row in both maps, and every value in the proportion that its weight gives.
    for (const stage of ['scores', 'weights'])
      expect(await page.locator(`${tag} [data-pane=${stage}] svg .row`).count()).toBeGreaterThan(0);
    const notes = (await page.locator(`${tag} [data-pane=values] svg`).first().textContent())!.match(/[<\d.]+ ×/g);
    expect(notes).toHaveLength(8);
    const row = await page
      .locator(`${tag} .numbers table`)
      .nth(1)
      .locator('tbody tr')
      .nth(6)
      .locator('td')
      .allTextContents();
    expect(notes!.map((note) => note.replace(' ×', ''))).toEqual(row);
  });

  test('open the arithmetic of any cell, by keyboard too, without the model', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await page.focus(`${tag} [data-pane=scores] .map`);
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toContain('and key I');
    expect(await page.textContent(`${tag} .arithmetic`)).toContain('times key I,');
    await page.focus(`${tag} [data-pane=output] .map`);
    await page.keyboard.press('End');
    await expect.poll(() => readout(page)).toContain('feature 128');
    expect(await page.textContent(`${tag} .arithmetic`)).toContain('Feature 128 of output');
    expect(requests).toEqual([]);
  });

  test('ask before they fetch the model for another head, then show it', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    const before = await readout(page);
    await page.locator(`${tag} label:has([data-field=layer][value="1"])`).click();
    await page.waitForSelector(`${tag} model-gate .notice:not([hidden])`);
    expect(await readout(page)).toBe(before);
    expect(requests).toEqual([]);
    await page.click(`${tag} model-gate [name=fetch]`);
    await expect.poll(() => page.textContent(`${tag} .features`)).toBe('64');
    expect(await page.locator(`${tag} rect[data-across="64"]`).count()).toBe(16);
    expect(await page.isVisible(`${tag} model-gate .notice`)).toBe(false);
    const sums = await page.locator(`${tag} [data-pane=weights] svg text`).allTextContents();
    expect(sums.filter((text) => text === '1.00')).toHaveLength(8);
  });

  test('say so when the text is longer than they have room for', async () => {
    const page = await openFigure(tag);
    await page.fill(`${tag} input[name=sentence]`, 'the cat sat on a mat '.repeat(8));
    await page.press(`${tag} input[name=sentence]`, 'Enter');
    await expect.poll(() => page.textContent(`${tag} .cut`)).toContain('room for 24 pieces');
    await expect.poll(() => page.locator(`${tag} [data-pane=values] rect[data-across]`).count()).toBe(24);
  });
});
