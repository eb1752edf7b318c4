import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-contrast';
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);
const gate = `${tag} model-gate .notice`;
const compare = async (page: Page, second: string): Promise<void> => {
  await page.fill(`${tag} [name=second]`, second);
  await page.click(`${tag} .ask button`);
};

describe('one word swapped, one edge cut', () => {
  test('is whole without a script: three maps, and what the cut does', async () => {
    const page = await openFigure(tag, { javaScript: false });
    for (const pane of ['first', 'second', 'difference'])
      expect(
        await page.locator(`${tag} [data-pane=${pane}] .for-wide rect[data-query]:not([data-masked])`).count(),
      ).toBe(24);
    expect(await page.locator(`${tag} .bars .for-wide [data-row]`).count()).toBe(10);
    expect(await readout(page)).toBe(
      'bank attends to river: 0.55; in the second sentence bank to central: 0.37. With this edge cut in both, the two bank come out with a cosine of 0.93 in place of 0.76',
    );
  });

  test('cuts every edge of its first head, and compares every pair, without the model', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await page.focus(`${tag} .map[tabindex]`);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => readout(page))
      .toMatch(
        /^The attends to river: 0\.65; .* With this edge cut in both, the two The come out with a cosine of 0\.\d\d in place of 0\.86$/,
      );
    await page.uncheck(`${tag} [name=cut]`);
    await expect.poll(() => readout(page)).toMatch(/The two The come out with a cosine of 0\.86$/);
    await page.selectOption(`${tag} [name=pair]`, 'it');
    await expect.poll(() => readout(page)).toMatch(/^it attends to tired: .* in the second sentence it to wide: /);
    await expect.poll(() => page.url()).toContain('contrast.pair=it&contrast.cut=0');
    expect(await page.isVisible(gate)).toBe(false);
    expect(requests).toEqual([]);
  });

  test('keeps what is typed before its code has come', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const page = await openPage('embed/contrast/', {
      before: (page) => page.route(/\/figure\.[\w-]+\.js$/, async (route) => (await held, route.continue())),
    });
    await page.fill(`${tag} [name=first]`, 'The old bank is high');
    release();
    await page.waitForSelector(`${tag}[data-live]`);
    expect(await page.inputValue(`${tag} [name=first]`)).toBe('The old bank is high');
    await page.press(`${tag} [name=first]`, 'Enter');
    await expect.poll(() => page.textContent(gate)).toMatch(/read by the whole model/);
    expect(await page.inputValue(`${tag} [name=first]`)).toBe('The old bank is high');
  });

  test('asks before it fetches both parts of the model, once, and then cuts in the reader’s own sentences', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await compare(page, 'The muddy bank is high');
    await expect.poll(() => page.textContent(gate)).toMatch(/read by the whole model.*Fetch the model: 7\.\d MB, once/);
    expect(requests).toEqual([]);
    await page.click(`${gate} button`);
    await expect
      .poll(async () => requests.map((url) => url.match(/\/(\w+)\.\w+\.bin/)?.[1]))
      .toEqual(['maps', 'vectors']);
    // Whatever the model makes of “muddy”, the figure answers: by a comparison, or by a sentence.
    await compare(page, 'The green bank is high');
    await expect
      .poll(() => readout(page))
      .toMatch(/in the second sentence bank to green: .* With this edge cut in both, /);
    await page.hover(`${tag} [data-pane=first] rect[data-query="4"][data-key="2"]`);
    await expect
      .poll(() => readout(page))
      .toMatch(/^high attends to bank: .* With this edge cut in both, the two high /);
    expect(requests).toHaveLength(2);
  });

  test('tells why two texts cannot be laid on each other, and keeps the last good figure', async () => {
    const page = await openFigure(tag);
    await touch(page, tag);
    const before = await readout(page);
    await compare(page, '');
    await expect.poll(() => page.textContent(`${tag} .failed`)).toContain('A box is empty.');
    await compare(page, 'The bank is high');
    await page.click(`${gate} button`);
    await expect
      .poll(() => page.textContent(`${tag} .failed`))
      .toContain('The first sentence has 5 words and the second 4; from “river” on their rows do not match.');
    expect(await readout(page)).toBe(before);
    await page.selectOption(`${tag} [name=pair]`, 'plays');
    await expect.poll(() => readout(page)).toMatch(/^plays attends to game: /);
    expect(await page.isVisible(`${tag} .failed`)).toBe(false);
  });
});

describe('the first act on a fresh figure', () => {
  /** What the figure shows, and what its address says of it. */
  const shownBy = (page: Page): Promise<string> =>
    page.evaluate((host) => {
      const parts = document.querySelectorAll(
        `${host} :is(.readout, .pane-title, .notice), ${host} svg text, ${host} :is(select, input)`,
      );
      const texts = [...parts]
        .filter((part) => part.matches('input, select') || part.getClientRects().length > 0)
        .map((part) =>
          part instanceof HTMLInputElement && part.type !== 'text'
            ? String(part.checked)
            : part instanceof HTMLSelectElement || part instanceof HTMLInputElement
              ? part.value
              : part.textContent,
        );
      return [location.hash, ...texts].join('\n');
    }, tag);
  const still = async (page: Page): Promise<string> => {
    let last = '';
    await expect.poll(async () => last === (last = await shownBy(page)), { interval: 300 }).toBe(true);
    return last;
  };
  const acts: Record<string, readonly [(page: Page) => Promise<unknown>, hash: string]> = {
    layer: [(page) => page.locator(`${tag} .strip label`, { hasText: '1' }).first().click(), 'contrast.layer=1'],
    head: [(page) => page.locator(`${tag} .strip label`, { hasText: '4' }).click(), 'contrast.head=4'],
    pair: [(page) => page.selectOption(`${tag} [name=pair]`, 'plays'), 'contrast.pair=plays'],
    cut: [(page) => page.uncheck(`${tag} [name=cut]`), 'contrast.cut=0'],
    cell: [
      (page) => page.locator(`${tag} [data-pane=second] svg:visible rect[data-query="4"][data-key="0"]`).click(),
      'contrast.query=4&contrast.key=0',
    ],
  };

  test.each(Object.entries(acts))('%s: is what it is later, and what its link shows', async (_, [act, hash]) => {
    const fresh = await openFigure(tag);
    await act(fresh);
    await expect.poll(() => new URL(fresh.url()).hash).toBe(`#${hash}`);
    const first = await still(fresh);
    const woken = await openFigure(tag);
    await touch(woken, tag);
    await act(woken);
    await expect.poll(() => shownBy(woken)).toBe(first);
    await fresh.reload();
    await expect.poll(() => shownBy(fresh)).toBe(first);
  });
});
