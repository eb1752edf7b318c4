import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { strongestIn } from '../../../components/figures/alignment/compute.ts';
import { readBy } from '../../../components/figures/alignment/reading.ts';
import { own } from '../../../components/figures/alignment/words.ts';
import { showWeight } from '../../../components/plots/weight.ts';
import { translatorOf } from '../../../lib/training/translation/card.ts';
import { openPage } from '../site.ts';

const path = 'embed/alignment/';
const weightsFile = /translation-attention-[^/]*\.bin$/;
const figure = (page: Page) => page.locator('live-alignment');
const readout = (page: Page): Promise<string> => figure(page).locator('.readout').innerText();
const lit = (page: Page): Promise<(string | null)[]> =>
  figure(page)
    .locator('.links path.lit')
    .evaluateAll((lines) => [...new Set(lines.map((line) => line.getAttribute('data-query')))]);
const wrote = (page: Page): Promise<string[]> => figure(page).locator('.looking .queries label').allInnerTexts();

async function ask(page: Page, sentence: string): Promise<void> {
  await figure(page).locator('.ask input').fill(sentence);
  await figure(page).locator('.ask button').click();
}

const [looking, pressed] = (['attention', 'fixed'] as const).map((kind) =>
  translatorOf({ kind, seed: 1 }, readFileSync(`content/models/translation-${kind}-1-1600.bin`)),
) as [ReturnType<typeof translatorOf>, ReturnType<typeof translatorOf>];
const read = (sentence: string) => readBy(looking, pressed, sentence);
const reading = read(own);

/** What the read-out says of a written word and a source word; of none, the one with the largest weight. */
function said({ source, target, weights }: ReturnType<typeof read>, word: string, key?: number): string {
  const row = weights[target.indexOf(word)]!;
  const at = key ?? strongestIn(row);
  return `writing ${word}, the query attends to key ${source[at]}: ${showWeight(row[at]!)}`;
}

describe('alignment', () => {
  test('without a script the noun is being written: lines, words, map and read-out say so', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await readout(page)).toBe(said(reading, 'pomme'));
    expect(await lit(page)).toEqual(['4']);
    const numbers = await figure(page).locator('.looking .keys .number').allInnerTexts();
    expect(numbers).toEqual(reading.weights[4]!.map(showWeight));
    expect(await figure(page).locator('.map .for-wide rect.chosen').count()).toBe(1);
    expect(await figure(page).locator('.pressed .queries li').allInnerTexts()).toEqual(reading.fixed);
  });

  test('arrow keys choose the word being written, and everything follows', async () => {
    const page = await openPage(path);
    await figure(page).scrollIntoViewIfNeeded();
    await figure(page).locator('input:checked').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => readout(page)).toBe(said(reading, 'rouge'));
    await expect.poll(() => lit(page)).toEqual(['5']);
  });

  test('pointing at a cell of the map, even at its number, chooses its row', async () => {
    const page = await openPage('attention/code/', { width: 360 });
    const cell = figure(page).locator('.map svg:visible rect[data-query="5"][data-key="5"]');
    await expect
      .poll(async () => {
        await page.mouse.move(0, 0);
        await cell.hover();
        return readout(page);
      })
      .toBe(said(reading, 'rouge', 5));
    expect(await figure(page).locator('input:checked').getAttribute('value')).toBe('5');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('every line ends at the middle of its words', async () => {
    const page = await openPage(path);
    await figure(page).scrollIntoViewIfNeeded();
    const middles = (selector: string): Promise<number[]> =>
      figure(page)
        .locator(selector)
        .evaluateAll((words) =>
          words.map((word) => word.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
        );
    const [keys, queries] = [await middles('.looking .keys .word'), await middles('.looking .queries label > span')];
    const { y, height } = (await figure(page).locator('.looking .links').boundingBox())!;
    for (const [index, middle] of keys.entries())
      expect(y + (height * (index + 0.5)) / keys.length).toBeCloseTo(middle, 0);
    for (const [index, middle] of queries.entries())
      expect(y + (height * (index + 0.5)) / queries.length).toBeCloseTo(middle, 0);
  });

  test('on a desk the map stands beside the lines, below its note, and the read-out below both', async () => {
    const page = await openPage(path, { width: 1440 });
    await page.goto(`${page.url()}#alignment.sentence=the+old+man+sees+the+big+car+behind+the+house+and+she+sings+.`);
    await expect.poll(() => wrote(page)).not.toEqual(reading.target);
    const [ways, note, map, readout] = await Promise.all(
      ['.ways', '.map-note', '.map', '.readout'].map(async (part) => (await figure(page).locator(part).boundingBox())!),
    );
    expect(map!.y - (note!.y + note!.height)).toBeLessThan(40);
    expect(map!.x).toBeGreaterThan(ways!.x + ways!.width);
    expect(readout!.y).toBeGreaterThanOrEqual(ways!.y + ways!.height);
  });

  test('a sentence of the reader’s own: both translators answer it, all follows, and its link brings it back', async () => {
    const page = await openPage(path);
    const fetched: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('.bin') && fetched.push(request.url())));
    await figure(page).locator('input:checked').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => readout(page)).toBe(said(reading, 'rouge'));
    expect(fetched).toEqual([]);

    // A word that is not known: the page says so, and nothing is fetched.
    const asked = figure(page).locator('.asked');
    await ask(page, 'Does the girl read a big bok?');
    await expect.poll(() => asked.textContent()).toContain('does not know “bok”. It knows “boy” and “book”.');
    expect(await readout(page)).toBe(said(reading, 'rouge'));
    expect(fetched).toEqual([]);

    const sentence = 'does the girl read a big book ?';
    const other = read(sentence);
    await ask(page, 'Does the girl read a big book?');
    await expect.poll(() => wrote(page)).toEqual(other.target);
    expect(fetched.length).toBe(2);
    const check = async (page: Page): Promise<void> => {
      expect(await asked.isVisible()).toBe(false);
      expect(await figure(page).locator('.pressed .queries li').allInnerTexts()).toEqual(other.fixed);
      await expect.poll(() => figure(page).locator('.numbers tbody tr').count()).toBe(other.target.length);
      expect(await figure(page).locator('.map svg:visible rect[data-key="0"]').count()).toBe(other.target.length);
      const query = Number(await figure(page).locator('input:checked').getAttribute('value'));
      expect(await readout(page)).toBe(said(other, other.target[query]!));
      expect(await lit(page)).toEqual([String(query)]);
    };
    await check(page);
    const linked = (): Promise<string | null> =>
      page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('alignment.sentence'));
    await expect.poll(linked).toBe(sentence);

    await page.reload();
    await expect.poll(() => figure(page).locator('.ask input').inputValue()).toBe(sentence);
    await check(page);

    // One that the grammar would not say gets an answer too.
    const odd = 'apple the sleeps two .';
    await ask(page, odd);
    await expect.poll(() => wrote(page)).toEqual(read(odd).target);
  });

  test('what cannot be had, or comes damaged, leaves the figure as it was, and the next try works', async () => {
    const page = await openPage(path, { expectErrors: true });
    const failed = figure(page).locator('.failed');
    await page.route(weightsFile, (route) => route.abort());
    await ask(page, 'the cat sleeps .');
    await expect.poll(() => failed.textContent()).toContain('could not be fetched. Check the connection');
    expect(await wrote(page)).toEqual(reading.target);
    await page.unroute(weightsFile);

    await page.route(weightsFile, (route) => route.fulfill({ body: Buffer.alloc(91248) }));
    await figure(page).locator('.ask button').click();
    await expect.poll(() => failed.textContent()).toContain('arrived damaged');
    expect(await wrote(page)).toEqual(reading.target);
    expect(await readout(page)).toBe(said(reading, 'pomme'));
    await page.unroute(weightsFile);

    await figure(page).locator('.ask button').click();
    await expect.poll(() => wrote(page)).toEqual(read('the cat sleeps .').target);
    expect(await failed.isVisible()).toBe(false);
  });
});
