import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import definition from '../../../components/figures/stepper/figure.ts';
import { describe, expect, inject, test } from 'vitest';
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
const asks = 'query table W_Q, row trait, column thing';
const stop = (page: Page): Promise<string | null> => page.textContent(`${figure} .stop`);
const next = (page: Page, steps: number): Promise<void> =>
  page.evaluate(
    ([tag, count]) => {
      for (let step = 0; step < count; step++) document.querySelector<HTMLElement>(`${tag} [name=next]`)!.click();
    },
    [figure, steps] as const,
  );
const told = (page: Page): Promise<string[]> => page.locator(`${figure} [data-step]:visible`).allTextContents();
const paceOf = definition.controls.find((control) => control.kind === 'walk')!.pace;

describe('the stepper', () => {
  test('is whole without a script: every matrix in full ink, the first step told', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator(`${figure} table.matrix`).count()).toBe(11);
    expect(await page.locator(`${figure} [name=play]`).isVisible()).toBe(false);
    expect(await page.locator('td.sum').allTextContents()).toEqual(['1.00', '1.00', '1.00']);
    const [now, later] = await page
      .locator(`${figure} :is([data-matrix=X], [data-matrix=weights]) tbody th`)
      .evaluateAll((all) => [all[0]!, all.at(-1)!].map((each) => getComputedStyle(each).color));
    expect(later).toBe(now);
  });

  test('begins at step 1, what is to come quiet, with a sentence in words, then in symbols', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    expect(await stop(page)).toBe('Step 1 of 6: words as numbers');
    expect(await page.locator(`${figure} .stage:not(.later)`).count()).toBe(1);
    expect(await page.getAttribute(`${figure} [data-stage="1"].stage`, 'aria-current')).toBe('step');
    const all: string[] = [];
    for (let step = 1; step <= 6; step++) {
      await expect.poll(() => stop(page)).toContain(`Step ${step} of 6`);
      const [sentence, ...others] = await told(page);
      expect(others).toEqual([]);
      expect(sentence!.trim()).toMatch(/^[A-Z][^=√÷]+\. In symbols: |here √2\. In symbols: /);
      all.push(sentence!);
      await next(page, 1);
    }
    expect(new Set(all).size).toBe(6);
  });

  test('shows on a phone the steps that were taken, each in sight when it comes', async () => {
    const page = await open({ width: 360, reducedMotion: 'reduce' });
    const visible = () => page.locator(`${figure} .stage:visible`).evaluateAll((all) => all.length);
    expect(await visible()).toBe(1);
    for (let step = 2; step <= 6; step++) {
      await next(page, 1);
      await expect.poll(visible).toBe(step);
    }
    await expect
      .poll(() =>
        page.locator(`${figure} [data-matrix=output]`).evaluate((matrix) => matrix.getBoundingClientRect().top),
      )
      .toBeLessThan(800);
    expect(
      await page.locator(`${figure} [data-matrix=output]`).evaluate((m) => m.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
  });

  test('gives each step time to be read, at 200 words a minute', async () => {
    const page = await open({ javaScript: false });
    const sentences = await page.locator(`${figure} [data-step]`).allTextContents();
    expect(sentences).toHaveLength(6);
    for (const sentence of sentences)
      expect((sentence.trim().split(/\s+/).length / 200) * 60_000, sentence).toBeLessThanOrEqual(paceOf);
  });

  test.each([
    [
      'no-preference',
      [
        ['1.31', '0.35'],
        ['0.89', '0.30'],
      ]
        .flat()
        .toSorted(),
    ],
    ['reduce', []],
  ] as const)('lets numbers travel to where they go, with motion: %s', async (reducedMotion, expected) => {
    const page = await open({ reducedMotion });
    await next(page, 1);
    await expect.poll(() => stop(page)).toContain('Step 2');
    await expect.poll(() => page.locator(`${figure} .flight`).count()).toBe(0);
    await page.evaluate((tag) => {
      const seen: { text: string; duration: number; ends: number[] }[] = [];
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.matches('.flight')) {
              const [flight] = node.getAnimations();
              flight!.pause();
              flight!.currentTime = Number(flight!.effect!.getComputedTiming().endTime) - 0.01;
              const goal = document.querySelector(`${tag} td.chosen > *`)!.getBoundingClientRect();
              const end = node.getBoundingClientRect();
              seen.push({
                text: node.textContent,
                duration: Number(flight!.effect!.getTiming().duration),
                ends: [end.left - goal.left, end.top - goal.top],
              });
              flight!.finish();
            }
      }).observe(document.querySelector(`${tag} .area`)!, { childList: true });
    }, figure);
    await next(page, 1);
    await expect.poll(() => readout(page)).toContain('query times key');
    type Seen = { text: string; duration: number; ends: number[] }[];
    const seen = (): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    await expect.poll(async () => (await seen()).map(({ text }) => text).toSorted()).toEqual(expected);
    for (const { duration, ends } of await seen()) {
      expect(duration).toBeLessThanOrEqual(300);
      for (const off of ends) expect(Math.abs(off)).toBeLessThan(1);
    }
    await expect.poll(() => page.locator(`${figure} .flight`).count()).toBe(0);
  });

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

  test.each([
    ['−0.5', -0.5],
    ['0,5', 0.5],
    ['1e−1', 0.1],
    ['10\u2009000', 10000],
  ])('reads %s as it is pasted', async (text, number) => {
    const page = await open();
    await field(page, asks).fill(text);
    await expect.poll(() => new URL(page.url()).hash).toContain('stepper.WQ=');
    await expect
      .poll(
        () =>
          decodeURIComponent(new URL(page.url()).hash)
            .match(/WQ=([^&]*)/)?.[1]
            ?.split(',')[4],
      )
      .toBe(String(number));
    expect(await page.textContent(`${figure} .faults`)).toBe('');
    await page.keyboard.press('Tab');
    await expect.poll(() => field(page, asks).inputValue()).toMatch(/^−?[\d.e]+$/);
  });

  test('names a bad cell and what is wrong with it, and keeps the last good figure', async () => {
    const page = await open();
    const bad = field(page, 'query table W_Q, row link, column thing');
    await bad.fill('');
    await expect
      .poll(() => page.textContent(`${figure} .faults`))
      .toBe(
        'Query table W_Q, row link, column thing, is empty: type a number such as 0.5 or −2. The figure still shows the last good values.',
      );
    expect(await bad.getAttribute('aria-invalid')).toBe('true');
    expect(await button(page, 'weight of query delicious on key apple').textContent()).toBe('0.52');
    await bad.pressSequentially('1e');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toContain('“1e”, which is no number');
    const before = await page.locator(`${figure} [data-matrix=weights] button`).allTextContents();
    await bad.fill('1/2');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toContain('“/” cannot be read there');
    expect(await bad.inputValue()).toBe('1/2');
    expect(await page.locator(`${figure} [data-matrix=weights] button`).allTextContents()).toEqual(before);
    await bad.fill('0.5');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toBe('');
    expect(await bad.getAttribute('aria-invalid')).toBe(null);
  });

  test.each([320, 1440])('holds numbers of a million at %d pixels, without NaN and within its cells', async (width) => {
    const page = await open({ width });
    await next(page, 5);
    await expect.poll(() => stop(page)).toContain('Step 6 of 6');
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
    expect(await field(page, asks).inputValue()).toBe('−1e6');
  });

  test('steps back and on, and keeps the focus at the ends', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.focus(`${figure} [name=next]`);
    for (let step = 0; step < 7; step++) await page.keyboard.press('Enter');
    await expect.poll(() => stop(page)).toBe('Step 6 of 6: output');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('next');
    await expect.poll(() => readout(page)).toContain('0.523 × 0.97 + 0.185 × 0.02 + 0.291 × 0.31 ≈ 0.602');
    await page.focus(`${figure} [name=back]`);
    for (let step = 0; step < 6; step++) await page.keyboard.press('Enter');
    await expect.poll(() => stop(page)).toBe('Step 1 of 6: words as numbers');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('back');
    await button(page, 'scaled score of query apple with key is').click();
    await expect.poll(() => stop(page)).toBe('Step 4 of 6: scaled scores');
    await button(page, 'key of is, trait').click();
    await expect.poll(() => page.textContent(`${figure} .what`)).toContain('key of is, trait');
    expect(await stop(page)).toBe('Step 4 of 6: scaled scores');
  });

  test('dims what is not reached, and leaves it legible', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await expect.poll(() => page.locator(`${figure} .stage.later`).count()).toBe(5);
    const { violations } = await new AxeBuilder({ page }).include(figure).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('plays on at its pace, can be held, and stops at the end', async () => {
    const page = await openFigure(figure, { reducedMotion: 'reduce' });
    await page.clock.install();
    await touch(page, figure);
    const play = page.locator(`${figure} [name=play]`);
    await play.click();
    // The first press shows that it was heard.
    await expect.poll(() => stop(page)).toContain('Step 2 of 6');
    expect(await play.textContent()).toBe('Pause');
    await page.clock.runFor(paceOf - 1000);
    expect(await stop(page)).toContain('Step 2 of 6');
    await page.clock.runFor(1100);
    await expect.poll(() => stop(page)).toContain('Step 3 of 6');
    await play.click();
    expect(await play.textContent()).toBe('Play');
    await page.clock.runFor(3 * paceOf);
    expect(await stop(page)).toContain('Step 3 of 6');
    await play.click();
    await page.clock.runFor(3 * paceOf);
    await expect.poll(() => stop(page)).toContain('Step 6 of 6');
    expect(await play.textContent()).toBe('Play');
  });

  test('the first press counts, and a reopened link shows what was seen', async () => {
    const page = await openFigure(figure, { reducedMotion: 'reduce' });
    await page.evaluate((tag) => document.querySelector<HTMLElement>(`${tag} [name=next]`)!.click(), figure);
    await expect.poll(() => stop(page)).toContain('Step 2 of 6');
    await button(page, 'key of is, trait').click();
    await expect.poll(() => page.textContent(`${figure} .what`)).toContain('key of is, trait');
    const seen = await page.textContent(`${figure} .readout`);
    await expect.poll(() => page.url()).toContain('stepper.chosen=K-2-2');
    await page.reload();
    await expect.poll(() => page.textContent(`${figure} .readout`)).toBe(seen);
    expect(await stop(page)).toContain('Step 2 of 6');
  });

  test('stands whole on one screen of a laptop, with its controls and its read-out', async () => {
    const page = await open({ width: 1440, reducedMotion: 'reduce' });
    for (let step = 1; step <= 6; step++) {
      await expect.poll(() => stop(page)).toContain(`Step ${step} of 6`);
      const { height, bar, beyond } = await page.evaluate((tag) => {
        const box = (part: string): DOMRect => document.querySelector(`${tag} ${part}`)!.getBoundingClientRect();
        const tables = [...document.querySelectorAll(`${tag} .area table`)].map(
          (table) => table.getBoundingClientRect().right,
        );
        return {
          height: box('.area').bottom + box('.readout').height - box('.figure').top,
          bar: parseFloat(getComputedStyle(document.querySelector(`${tag} .controls`)!).top),
          beyond: Math.max(...tables) - box('.figure').right,
        };
      }, figure);
      expect(height + bar).toBeLessThanOrEqual(900);
      expect(beyond).toBeLessThanOrEqual(1);
      await next(page, 1);
    }
  });

  test.each([360, 700, 768, 1024, 1280, 1440])('has labels of 10 to 14 px at %d px', async (width) => {
    const page = await open({ width });
    const sizes = (parts: string): Promise<number[]> =>
      page
        .locator(`${figure} .area :is(${parts})`)
        .evaluateAll((all) =>
          all
            .filter((each) => each.getClientRects().length > 0)
            .map((each) => parseFloat(getComputedStyle(each).fontSize)),
        );
    expect(Math.max(...(await sizes('th')))).toBeLessThanOrEqual(14);
    expect(Math.min(...(await sizes('th, td, td > *, caption, .then, .legend-cells, sub')))).toBeGreaterThanOrEqual(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
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

/** A field of type number drops signs before they are read: a true minus, a decimal comma. */
test('no field of the site is of type number', () => {
  const files = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js)$/.test(file),
  );
  const found = files.filter((file) =>
    /type=["']?number|type:\s*["'`]number/.test(readFileSync(join(inject('folder'), file), 'utf8')),
  );
  expect(found).toEqual([]);
});
