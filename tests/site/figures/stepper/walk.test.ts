import { describe, expect, test } from 'vitest';
import { openFigure, touch } from '../page-with.ts';
import { figure, open, readout, button, stop, next, told, paceOf } from './page.ts';

describe('the walk through the stepper', () => {
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

  test('plays on at its pace, can be held, and stops at the end', async () => {
    const page = await openFigure(figure, { reducedMotion: 'reduce', alone: true });
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
});
