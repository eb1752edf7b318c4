import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { resize, widths } from '../site.ts';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-three-stages';
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);
const rect = (page: Page, stage: string, query: number) =>
  page.locator(`${tag} [data-pane=${stage}] rect[data-query="${query}"]:visible`);

const show = async (page: Page, what: 'one' | 'sums' | 'all'): Promise<void> => {
  await page.locator(`${tag} label:has([data-field=show][value=${what}])`).click();
  await expect.poll(() => page.getAttribute(tag, 'data-show')).toBe(what);
};

describe('the three stages', () => {
  test('begin with one row in four steps, on one screen of a laptop with all controls', async () => {
    const page = await openFigure(tag, { width: 1440 });
    await touch(page, tag);
    expect(await page.locator(`${tag} [data-pane=row] rect[data-across]:visible`).count()).toBe(16);
    expect(await page.locator(`${tag} [data-pane=row] .pair:visible`).count()).toBe(8);
    for (const pane of ['scores', 'weights', 'values', 'output'])
      expect(await page.isVisible(`${tag} [data-pane=${pane}]`)).toBe(false);
    expect(await page.isVisible(`${tag} .arithmetic`)).toBe(false);
    const { height, bar } = await page.evaluate((host) => {
      const box = (part: string): DOMRect => document.querySelector(`${host} ${part}`)!.getBoundingClientRect();
      const style = getComputedStyle(document.documentElement);
      return {
        height: box('.readout').bottom - box('.figure').top,
        bar: parseFloat(style.getPropertyValue('--bar')) || 0,
      };
    }, tag);
    expect(height + bar).toBeLessThanOrEqual(900);
  });

  test('the first act counts: another word, whose row a reopened link shows', async () => {
    const page = await openFigure(tag);
    await page.locator(`${tag} [data-field=query]`).selectOption({ label: 'deposit' });
    await expect.poll(() => readout(page)).toContain('query deposit and key money');
    expect(await page.textContent(`${tag} .asking`)).toBe('deposit');
    await show(page, 'all');
    await expect.poll(() => page.url()).toContain('three-stages.show=all');
    const seen = await readout(page);
    await page.reload();
    await expect.poll(() => readout(page)).toBe(seen);
    expect(await page.isVisible(`${tag} [data-pane=output]`)).toBe(true);
  });

  test('point at a key of the row, by pointer and by keys', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    await page.locator(`${tag} [data-pane=row] .pair:visible`).nth(2).hover();
    await expect.poll(() => readout(page)).toMatch(/query bank and key to: .*feature 43: /);
    await page.focus(`${tag} [data-pane=row] .map`);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => readout(page)).toMatch(/query bank and key the: .*feature 43: /);
  });

  test('stand whole in their drawings at every width, lettered in 10 to 14 px, pairs of one height', async () => {
    const page = await openFigure(tag, { width: 360 });
    await touch(page, tag);
    await show(page, 'all');
    await expect.poll(() => page.locator(`${tag} [data-drawing] svg:visible`).count()).toBe(5);
    const drawings = (): Promise<{ pane: string; height: number; sizes: number[]; cut: string[] }[]> =>
      page.locator(`${tag} [data-drawing] svg:visible`).evaluateAll((all) =>
        all.map((svg) => {
          const box = svg.getBoundingClientRect();
          const scale = box.width / (svg as SVGSVGElement).viewBox.baseVal.width;
          const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent !== '');
          return {
            pane: svg.closest<HTMLElement>('[data-pane]')!.dataset['pane']!,
            height: box.height,
            sizes: texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * scale),
            cut: texts
              .filter((text) => text.getBoundingClientRect().left < box.left - 0.5)
              .map((text) => text.textContent),
          };
        }),
      );
    for (const width of widths) {
      await resize(page, width);
      const all = await drawings();
      expect(all).toHaveLength(5);
      for (const { pane, sizes, cut } of all) {
        expect(cut, pane).toEqual([]);
        // The numbers in the cells of the two maps are held to this where maps are made.
        if (pane === 'scores' || pane === 'weights') continue;
        expect(Math.min(...sizes), `${pane} at ${width}`).toBeGreaterThanOrEqual(10);
        expect(Math.max(...sizes), `${pane} at ${width}`).toBeLessThanOrEqual(14);
      }
      const heightOf = (name: string): number => all.find(({ pane }) => pane === name)!.height;
      expect(heightOf('scores')).toBeCloseTo(heightOf('weights'), 0);
      expect(heightOf('values')).toBeCloseTo(heightOf('output'), 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

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
      [...text.matchAll(/[=≈] (−?[\d.]+) \|/g)].reduce((all, [, found]) => all + number(found!), 0);
    const rest = (text: string): number => number(/that sum to ≈ (−?[\d.]+)/.exec(text)?.[1] ?? '0');
    const together = (text: string): number => number(/together ≈ (−?[\d.]+)/.exec(text)![1]!);
    for (const text of [products, sum]) expect(Math.abs(total(text) + rest(text) - together(text))).toBeLessThan(0.006);
    const [, power, powers, weight] = /([\d.]+) ÷ ([\d.]+) ≈ ([\d.]+)/.exec(softmax)!.map(Number) as [
      number,
      number,
      number,
      number,
    ];
    // Where it does not say that it is rounded, it is exact.
    for (const text of steps)
      for (const [said, left, right, product] of text.matchAll(/(−?[\d.]+) × (−?[\d.]+) = (−?[\d.]+)/g))
        expect(Math.abs(number(left!) * number(right!) - number(product!)), said).toBeLessThan(1e-9);
    expect(power / powers).toBeCloseTo(weight, 2);
  });

  test('light all that made one output', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    await show(page, 'all');
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
    await show(page, 'all');
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
    expect(await page.locator(`${tag} rect[data-across="64"]`).count()).toBe(32);
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
