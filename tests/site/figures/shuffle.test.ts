import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settled } from '../site.ts';
import { modelRequests, openFigure, touch } from './page-with.ts';

const tag = 'live-shuffle';
/** How a cell moves: milliseconds from frame to frame, and where from. */
interface Slide {
  readonly moves: number[];
  readonly starts: string;
}
const difference = (page: Page): Promise<string | null> => page.textContent(`${tag} .difference`);
const badge = (page: Page): Promise<string | null> => page.textContent(`${tag} .badge`);
const table = (page: Page, which: number): Promise<string[]> =>
  page.locator(`${tag} .numbers table`).nth(which).locator('td').allTextContents();
const positions = (page: Page, way: 'on' | 'off'): Promise<void> =>
  page.locator(`${tag} label:has([value=${way}])`).click();

describe('the same words in another order', () => {
  test('without a script: three maps, the first and the last of them one, and how far apart they are', async () => {
    const page = await openFigure(tag, { javaScript: false });
    expect(await difference(page)).toMatch(/equal to the last bit|× 10⁻\S+, which is rounding/);
    expect(await badge(page)).toMatch(/trained.*shuffle seed 1.*positions off/);
    expect(await page.textContent(`${tag} [data-pane=read] .note`)).not.toBe(
      await page.textContent(`${tag} [data-pane=written] .note`),
    );
    expect(await page.locator(`${tag} [data-pane] svg:visible`).count()).toBe(3);
    expect(await page.locator(`${tag} .moved`).count()).toBe(0);
    expect(await table(page, 1)).toEqual(await table(page, 0));
  });

  test('with positions on they differ, where the read-out points', async () => {
    const page = await openFigure(tag);
    const requests = modelRequests(page);
    await touch(page, tag);
    await positions(page, 'on');
    await expect.poll(() => difference(page)).toMatch(/last: 0\.[1-9]\d, where query .+ meets key /);
    const [, query, key] = /query (\S+) meets key (.+?)\. Marked/.exec((await difference(page))!)!;
    await expect.poll(() => page.textContent(`${tag} .readout`)).toContain(`query ${query} attends to key ${key}: `);
    await expect.poll(async () => String(await table(page, 1)) === String(await table(page, 0))).toBe(false);
    expect(await badge(page)).not.toContain('positions off');
    expect(requests).toEqual([]);
  });

  test('every press of the button is another order, the same for every reader', async () => {
    const orders: string[][] = [];
    for (let visit = 0; visit < 2; visit++) {
      const page = await openFigure(tag);
      await touch(page, tag);
      const seen: string[] = [];
      for (const seed of [2, 3]) {
        await page.click(`${tag} [data-press]`);
        await expect.poll(() => badge(page)).toContain(`shuffle seed ${seed}`);
        seen.push((await page.textContent(`${tag} [data-pane=read] .note`))!);
      }
      orders.push(seen);
    }
    expect(orders[0]).toEqual(orders[1]);
    expect(new Set(orders[0]).size).toBe(2);
  });

  test('shuffles the reader’s own sentence with the trained model', async () => {
    const page = await openFigure(tag);
    await page.fill(`${tag} input[name=sentence]`, 'Photosynthesis feeds plants');
    await page.press(`${tag} input[name=sentence]`, 'Enter');
    await expect.poll(() => page.textContent(`${tag} [data-pane=written] .note`)).toBe('Photosynthesis feeds plants');
    const back = (await page.textContent(`${tag} [data-pane=read] .note`))!;
    expect(back.split(' ').toSorted()).toEqual(['Photosynthesis', 'feeds', 'plants'].toSorted());
    await expect.poll(() => difference(page)).toMatch(/equal to the last bit|which is rounding/);
  });

  const labels = (page: Page, pane: string): Promise<string[]> =>
    page.locator(`${tag} [data-pane=${pane}] svg:visible [data-mark="y-axis tick label"] text`).allTextContents();

  test('the map in the middle is that of the shuffled words: each keeps its partners', async () => {
    const page = await openFigure(tag);
    const text = (await page.textContent(`${tag} [data-pane=read] .note`))!;
    expect(await labels(page, 'read')).toEqual(text.split(' '));
    const fills = (pane: string): Promise<string[]> =>
      page
        .locator(`${tag} [data-pane=${pane}] svg:visible rect[data-key]`)
        .evaluateAll((all) => all.map((cell) => cell.getAttribute('fill')!));
    const [read, back, home] = [await fills('read'), await fills('back'), await labels(page, 'back')];
    const words = text.split(' ');
    expect(read.toSorted()).toEqual(back.toSorted());
    // Of words that occur once it is known where they went.
    const once = home.filter((word) => home.indexOf(word) === home.lastIndexOf(word));
    expect(once.length).toBeGreaterThan(3);
    for (const query of once)
      for (const key of once)
        expect(read[words.indexOf(query) * words.length + words.indexOf(key)], `${query} → ${key}`).toBe(
          back[home.indexOf(query) * home.length + home.indexOf(key)],
        );
  });

  test.each(['no-preference', 'reduce'] as const)('its rows slide home, with motion: %s', async (reducedMotion) => {
    const page = await openFigure(tag, { reducedMotion });
    await touch(page, tag);
    // Looked at in every frame: on a busy machine the rows have arrived before a test asks.
    await page.evaluate((host) => {
      const seen: Slide[] = [];
      Object.assign(window, { seen });
      const look = (): void => {
        const cells = [...document.querySelectorAll(`${host} [data-pane=back] svg rect[data-key]`)];
        const slides = cells.flatMap((cell) => cell.getAnimations());
        if (slides.length > seen.length)
          seen.splice(
            0,
            Infinity,
            ...slides.map((slide) => {
              const frames = (slide.effect as KeyframeEffect).getKeyframes();
              const duration = Number(slide.effect!.getTiming().duration);
              return {
                moves: frames
                  .slice(1)
                  .map((frame, at) => (frame.computedOffset - frames[at]!.computedOffset) * duration),
                starts: String(frames[0]!['translate']),
              };
            }),
          );
        Object.assign(window, { areMoving: slides.length > 0 });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, tag);
    const seen = (): Promise<Slide[]> => page.evaluate(() => (window as unknown as { seen: Slide[] }).seen);
    await page.click(`${tag} [data-press]`);
    await expect.poll(() => badge(page)).toContain('shuffle seed 2');
    await settled(page);
    if (reducedMotion === 'reduce') return expect(await seen()).toEqual([]);
    await expect.poll(async () => (await seen()).length).toBe(64);
    const all = await seen();
    for (const { moves } of all) for (const duration of moves) expect(duration).toBeLessThanOrEqual(300);
    expect(new Set(all.map(({ starts }) => starts)).size).toBeGreaterThan(8);
    await expect.poll(() => page.evaluate(() => (window as unknown as { areMoving: boolean }).areMoving)).toBe(false);
  });

  test('with positions on, the shares that moved are marked, as many as it says', async () => {
    const page = await openFigure(tag);
    await positions(page, 'on');
    await expect.poll(() => difference(page)).toMatch(/Marked: the \d+ of 64 shares/);
    const said = Number(/the (\d+) of 64/.exec((await difference(page))!)![1]);
    expect(said).toBeGreaterThan(0);
    expect(await page.locator(`${tag} [data-pane=back] .moved:visible`).count()).toBe(said);
    // The first act counted; a reopened link shows what was seen.
    const seen = await difference(page);
    await expect.poll(() => page.url()).toContain('shuffle.positions=on');
    await page.reload();
    await expect.poll(() => difference(page)).toBe(seen);
  });

  test('stands on one screen of a laptop with its controls, its maps of one height and level', async () => {
    const page = await openFigure(tag, { width: 1440 });
    await touch(page, tag);
    await positions(page, 'on');
    await expect.poll(() => difference(page)).toContain('Marked');
    const { height, bar, maps } = await page.evaluate((host) => {
      const boxes = (part: string): DOMRect[] =>
        [...document.querySelectorAll(`${host} ${part}`)]
          .map((each) => each.getBoundingClientRect())
          .filter((box) => box.width > 0);
      return {
        height: boxes('.readout')[0]!.bottom - boxes('.figure')[0]!.top,
        bar: parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--bar')) || 0,
        maps: boxes('[data-pane] svg').map((box) => [box.height, box.bottom]),
      };
    }, tag);
    expect(height + bar).toBeLessThanOrEqual(900);
    expect(maps).toHaveLength(3);
    for (const map of maps) for (const at of [0, 1]) expect(map[at]).toBeCloseTo(maps[0]![at]!, 0);
  });
});
