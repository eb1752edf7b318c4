import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { modelRequests } from './figures/page-with.ts';
import { openPage } from './site.ts';

const finding = 'live-generate-heatmap .finding';

/** Where the arcs that are to be seen end, in em of the words, by the word they lead to. */
function ends(page: Page): Promise<Record<string, readonly [x: number, y: number]>> {
  return page.evaluate(() => {
    const words = document.querySelector('.words')!;
    const svg = [...words.querySelectorAll<SVGSVGElement>('.arcs')].filter((each) => each.getClientRects().length > 0);
    if (svg.length !== 1) throw new Error(`${svg.length} drawings of arcs are to be seen.`);
    const em = parseFloat(getComputedStyle(words).fontSize);
    const origin = words.getBoundingClientRect();
    return Object.fromEntries(
      [...svg[0]!.querySelectorAll('path')].map((path) => {
        const { x, y } = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM()!);
        return [path.dataset['key']!, [(x - origin.left) / em, (y - origin.top) / em] as const];
      }),
    );
  });
}

/** By how many pixels the end of each arc misses the word that it leads to. */
function misses(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll('.words label')];
    return [...document.querySelectorAll<SVGPathElement>('.words > .arcs path')].map((path) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM()!);
      const { left, right, top, bottom } = labels[Number(path.dataset['key'])]!.getBoundingClientRect();
      return Math.max(left - x, x - right, top - y, y - bottom, 0);
    });
  });
}

const drawn = (page: Page): Promise<unknown> => page.waitForSelector('.words > .arcs');
const chosen = (page: Page): Promise<string> => page.locator('.words label:has(:checked)').innerText();

describe('the headline sentence', () => {
  test('has no arcs to measure while it has no room, and has them when it gets some', async () => {
    const page = await openPage('embed/generate-heatmap/');
    await drawn(page);
    const giveRoom = (width: string): Promise<void> =>
      page.locator('.sentence').evaluate((sentence, width) => void (sentence.style.width = width), width);
    const widthOf = (): Promise<string | null> => page.locator('.words > .arcs').getAttribute('width');
    const before = await widthOf();
    await giveRoom('0');
    // What has no room cannot be pressed; a key of the page can.
    await page
      .locator('.words input')
      .nth(3)
      .evaluate((radio: HTMLInputElement) => {
        radio.checked = true;
        radio.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await expect.poll(() => page.url()).toContain('query=3');
    await giveRoom('');
    await expect.poll(widthOf).toBe(before);
  });

  test.each([360, 768, 1440])('has arcs without a script where the script puts them, at %i pixels', async (width) => {
    const still = await openPage('', { width, javaScript: false });
    expect(await still.textContent(finding)).toMatch(
      /^Apart from itself, “bank” looks most at “money”: about a quarter of its attention, 0\.\d\d\.$/,
    );
    expect(await still.locator('.swap').isVisible()).toBe(false);
    const page = await openPage('', { width });
    await drawn(page);
    // Without a script the page cannot be asked, so the same HTML is, before its arcs are drawn anew.
    const raw = await openPage('', {
      width,
      before: (page) => page.route(/\.js$/, (route) => route.abort()),
      expectErrors: true,
    });
    const [built, live] = [await ends(raw), await ends(page)];
    expect(Object.keys(built)).toEqual(Object.keys(live));
    expect(Object.keys(built).length).toBeGreaterThan(2);
    // Browsers round the width of a letter to their own grid of pixels: together less than half a letter.
    for (const [key, [x, y]] of Object.entries(built)) {
      expect(Math.abs(x - live[key]![0]), `${key} across`).toBeLessThan(0.15);
      expect(Math.abs(y - live[key]![1]), `${key} down`).toBeLessThan(0.15);
    }
  });

  test.each([360, 1440])('leads by arcs to the words that the chosen one looks at, at %i pixels', async (width) => {
    const page = await openPage('', { width, reducedMotion: 'reduce' });
    const requests = modelRequests(page);
    await page.hover('.words label:nth-of-type(2)');
    await expect.poll(() => chosen(page)).toBe('went');
    await expect.poll(() => page.textContent(finding)).toMatch(/^“went” looks most at “money”: about a third/);
    expect(Math.max(...(await misses(page)))).toBeLessThan(1.5);
    // What is pointed at in the headline is the row of the map.
    await expect
      .poll(() => page.textContent('live-generate-heatmap .readout'))
      .toContain('query went attends to key money');
    expect(requests).toEqual([]);
  });

  test('holds a word that is clicked until it is clicked again', async () => {
    const page = await openPage('');
    const word = (text: string) => page.locator('.words label', { hasText: text });
    await word('deposit').click();
    await expect.poll(() => page.textContent(finding)).toContain('“deposit” looks most at “money”');
    await word('went').hover();
    expect(await chosen(page)).toBe('deposit');
    await word('deposit').click();
    await word('went').hover();
    await expect.poll(() => chosen(page)).toBe('went');
  });

  test('is one stop for the keyboard, moved by arrow keys', async () => {
    const page = await openPage('');
    await page.focus('.words input:checked');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.textContent(finding)).toContain('“to” looks most at “deposit”');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.className)).toBe('swap');
  });

  test('is chosen by touch', async () => {
    const page = await openPage('', { width: 360, touch: true });
    await page.locator('.words label', { hasText: 'money' }).tap();
    await expect.poll(() => page.textContent(finding)).toContain('“money” looks most at “bank”');
    await expect.poll(async () => Math.max(...(await misses(page)))).toBeLessThan(1.5);
  });

  test.each([360, 1440])('swaps its end, and the arcs swing over, without the model, at %i pixels', async (width) => {
    const page = await openPage('', { width });
    const requests = modelRequests(page);
    await drawn(page);
    const before = await ends(page);
    await page.click('.swap');
    await expect.poll(() => page.textContent(finding)).toMatch(/“bank” looks most at “river”: about a quarter/);
    expect(await page.textContent('.swap')).toContain('to deposit money');
    await expect.poll(async () => Math.max(...(await misses(page)))).toBeLessThan(1.5);
    expect((await ends(page))['7']![0]).not.toBeCloseTo(before['7']![0], 1);
    await page.click('.swap');
    await expect.poll(() => page.textContent(finding)).toContain('“money”');
    await expect.poll(() => ends(page)).toEqual(before);
    expect(requests).toEqual([]);
  });

  test('moves for less than 300 milliseconds, and not at all where motion is not wished for', async () => {
    const page = await openPage('', { reducedMotion: 'reduce' });
    await drawn(page);
    await page.focus('.words input:checked');
    await page.evaluate(() => {
      const seen = ((window as unknown as { seen: string[] }).seen = []) as string[];
      new MutationObserver(() => seen.push(document.querySelector('.words > .arcs')?.outerHTML ?? '')).observe(
        document.querySelector('.words')!,
        { childList: true },
      );
    });
    await page.click('.swap');
    await expect.poll(() => page.textContent(finding)).toContain('“river”');
    const different = await page.evaluate(
      () => new Set((window as unknown as { seen: string[] }).seen.filter(Boolean)).size,
    );
    expect(different).toBeLessThanOrEqual(2);
  });

  test('stands over any sentence of the reader’s, and leads back', async () => {
    const page = await openPage('', { width: 360, reducedMotion: 'reduce' });
    await page.selectOption('select[name=example]', 'The cat sat on the mat because it was tired');
    await expect.poll(() => page.textContent('.words')).toContain('tired');
    await expect.poll(async () => Math.max(...(await misses(page)))).toBeLessThan(1.5);
    await page.click('.swap');
    await expect.poll(() => page.textContent(finding)).toContain('“bank” looks most at “money”');
  });
});
