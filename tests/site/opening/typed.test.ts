import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';
import { ask, box, open, readout, waitForWords, words } from './page.ts';

describe('what a reader may type', () => {
  test('nothing: a sentence says so, and the last figure stays', async () => {
    const page = await open();
    await ask(page, '   ');
    expect(await page.textContent('.notices')).toContain('The box is empty');
    expect(await words(page)).toHaveLength(8);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sentence');
  });

  test('one word: its weight on itself is 1', async () => {
    const page = await open();
    await ask(page, 'bank');
    await waitForWords(page, ['bank']);
    await expect.poll(() => page.textContent(readout)).toContain('query bank attends to key bank: 1.00');
    expect(await page.textContent('.notices')).toContain('One token can attend only to itself');
  });

  test('an emoji: the page says that the model does not know it', async () => {
    const page = await open();
    await ask(page, 'I love 🦄 stories');
    await waitForWords(page, ['I', 'love', '🦄', 'stories']);
    expect(await page.textContent('.notices')).toContain('no piece for “\u2068🦄\u2069”');
  });

  test('HTML: shown as the text it is', async () => {
    const page = await open();
    await ask(page, 'a <img src=x onerror=alert(1)> tag');
    await expect.poll(async () => (await words(page)).join(' ')).toBe('a <img src=x onerror=alert(1)> tag');
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('a language without spaces: shown in pieces', async () => {
    const page = await open();
    await ask(page, '注意力机制');
    await expect.poll(() => page.textContent('.notices')).toMatch(/no piece for|no spaces/);
    expect((await words(page)).length).toBeGreaterThan(0);
  });

  test.each([
    '机器学习模型会注意每一个词语的意思。 注意力机制让模型知道 哪一个词语最重要',
    'ذهبت إلى البنك لإيداع المال (100) today!',
  ])('other scripts: “%s” stays on a phone’s screen, each word in its own direction', async (text) => {
    const page = await openPage('', { width: 360 });
    await ask(page, text);
    await expect.poll(() => page.inputValue(box)).toBe(text);
    await expect.poll(async () => (await words(page)).join(' ')).not.toContain('deposit');
    await page.waitForSelector('[data-pane=trained] .map > svg');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const beyond = await page
      .locator('[data-pane=trained] .map text')
      .evaluateAll(
        (all) =>
          all.map((text) => text.getBoundingClientRect()).filter(({ left, right }) => left < 0 || right > innerWidth)
            .length,
      );
    expect(beyond).toBe(0);
    for (const each of await page.locator('.words bdi, .readout b').all())
      expect(await each.evaluate((word) => getComputedStyle(word).unicodeBidi)).toBe('isolate');
  });

  test('5,000 words: the page says what was read and what was left out', async () => {
    const page = await open();
    await ask(page, 'the cat sat on a mat '.repeat(834));
    await expect.poll(() => page.textContent('.notices')).toMatch(/at most 128 tokens. Your text has \d,\d{3}/);
    await page.waitForSelector('.row-bars svg');
    await page.locator('.numbers summary').click();
    await expect.poll(() => page.locator('.numbers tbody tr').count()).toBe(1);
    await page.focus('[data-pane=trained] .map');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.textContent(readout)).toMatch(/query .+ attends to key/);
    // Words on both axes, the chosen ones among them, and the chosen row and cell marked.
    const map = page.locator('[data-pane=trained] .map > svg');
    for (const axis of ['row', 'column']) {
      const names = await map.locator(`text[data-${axis}]`).count();
      expect(names).toBeGreaterThan(10);
      expect(await map.locator(`text[data-${axis}][font-weight]`).count()).toBe(1);
    }
    const chosen = (name: string): Promise<string | null> =>
      map.locator(`text[data-${name}][font-weight]`).textContent();
    expect(await page.textContent(readout)).toContain(
      `query ${await chosen('row')} attends to key ${await chosen('column')}`,
    );
    expect(await map.locator('.marks :is(.row, .chosen)').count()).toBe(2);
    expect(await page.textContent('[data-pane=row] .pane-title')).toBe(`The row of ${await chosen('row')}`);
    // The numbers follow when the reader's hand rests.
    const row = await chosen('row');
    await expect.poll(() => page.textContent('.numbers caption')).toContain(`the row of “${row}”`);
    // A cell of it can be pointed at.
    await map.locator('rect[data-query="9"]').click({ position: { x: 3, y: 1 } });
    await expect.poll(() => map.locator('text[data-row][font-weight]').getAttribute('data-row')).toBe('9');
    await page.locator('live-generate-heatmap .figure details:has([data-share=svg]) > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-share=svg]')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('The row of');
  });
});
