import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, resize, widths } from '../site.ts';
import { heightInUse } from './page-with.ts';

const path = 'embed/sense-from-context/';
const shown = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('live-sense-from-context .pair:visible')
    .evaluateAll((pairs) => pairs.map((pair) => pair.getAttribute('data-pair')));
const choose = (page: Page, id: string): Promise<void> =>
  page.locator(`live-sense-from-context input[value="${id}"]`).check({ force: true });
/** On a phone, the third of its parts. */
const mostAlike = (page: Page) => page.locator('live-sense-from-context').getByRole('radio', { name: 'Most alike' });
const readout = (page: Page): Promise<string> => page.locator('live-sense-from-context .readout').innerText();

describe('one word in two sentences', () => {
  test('the choice of pair works without a script, and each pair comes with its verdict', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await shown(page)).toEqual(['apple']);
    expect(await readout(page)).toMatch(
      /^apple alone stands at 0\.0\d, on a scale from food \(−1\) to gadgets \(1\)\. Sentence 1 moves it to −0\.\d\d, sentence 2 to 1\.\d\d$/,
    );
    for (const id of ['bank', 'capital-apple', 'it', 'apple']) {
      await choose(page, id);
      expect(await shown(page)).toEqual([id]);
      expect(await page.locator('live-sense-from-context .verdict:visible').innerText()).not.toBe('');
    }
  });

  test('arrow keys go from word to word and from sentence to sentence, and are read out', async () => {
    const page = await openPage(path);
    await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
    await page.locator('live-sense-from-context .rows:visible').focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return readout(page);
      })
      .toMatch(/^sentence 1: query apple attends to key banana: 0\.\d\d$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect.poll(() => readout(page)).toMatch(/^sentence 2: query apple attends to key apple: 0\.\d\d$/);
    await choose(page, 'it');
    await expect.poll(() => readout(page)).toMatch(/^it alone stands/);
  });

  test('a bar that is pointed at is read out, with the number that stands beside it', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    await mostAlike(page).check();
    const bar = page
      .locator('live-sense-from-context .pair:visible .bars', { hasText: 'fruit' })
      .locator('.bar')
      .first();
    const number = (await bar.textContent())!.trim();
    await expect
      .poll(async () => {
        await page.mouse.move(0, 0);
        await bar.hover();
        return readout(page);
      })
      .toBe(`after sentence 1: the likeness of apple and fruit is ${number}`);
  });

  test('a word is drawn where it stands, in the colour of that place, and so are the words of both poles', async () => {
    const page = await openPage(path, { reducedMotion: 'reduce' });
    for (const id of ['apple', 'bank', 'capital-apple', 'it']) {
      await choose(page, id);
      const tracks = await page.locator('live-sense-from-context .pair:visible .track:has(.dot)').evaluateAll((all) =>
        all.map((track) => {
          const [dot, line] = [track.querySelector('.dot')!.getBoundingClientRect(), track.getBoundingClientRect()];
          const place = Number(track.querySelector('.number')!.textContent.replace('−', '-'));
          return { place, across: ((dot.x + dot.width / 2 - line.x) / line.width - 0.5) * 2 };
        }),
      );
      expect(tracks).toHaveLength(3);
      for (const { place, across } of tracks) expect(across * 1.7).toBeCloseTo(place, 1);
      expect(await page.locator('live-sense-from-context .pair:visible .others i').count()).toBeGreaterThan(18);
    }
  });

  test('fits a laptop’s screen with its control, whichever word is chosen', async () => {
    const page = await openPage('attention/plain-english/', { width: 1440 });
    await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
    for (const id of ['apple', 'bank', 'capital-apple', 'it']) {
      await choose(page, id);
      expect(await shown(page)).toEqual([id]);
      expect(await heightInUse(page, 'live-sense-from-context')).toBeLessThan(820);
    }
  });

  test('has labels of a size to read, none larger than the text, at every width', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    for (const width of widths) {
      await resize(page, width);
      await page.locator('live-sense-from-context').scrollIntoViewIfNeeded();
      const sizes = await page
        .locator('live-sense-from-context .pair:visible :is(.track, .poles, .cell, .bars, .head) span')
        .evaluateAll((all) => all.map((span) => parseFloat(getComputedStyle(span).fontSize)));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
      const text = await page
        .locator('live-sense-from-context .figure')
        .evaluate((figure) => parseFloat(getComputedStyle(figure).fontSize));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('bars are as long as their cosines, on a phone too', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    await mostAlike(page).check();
    const bars = await page.locator('live-sense-from-context .pair:visible .bar').evaluateAll((all) =>
      all.map((bar) => ({
        cosine: Number(bar.textContent),
        length: bar.querySelector('i')!.getBoundingClientRect().width,
      })),
    );
    const pixels = bars.map(({ cosine, length }) => length / cosine);
    expect(Math.max(...pixels) / Math.min(...pixels)).toBeLessThan(1.06);
  });
});
