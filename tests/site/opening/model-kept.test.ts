import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { modelRequests } from '../figures/page-with.ts';
import { chapters } from '../site.ts';
import { ask, open, own, waitForWords } from './page.ts';

describe('the model, once it was loaded', () => {
  test('offline after it was loaded: it answers all the same', async () => {
    const page = await open();
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    await page.context().setOffline(true);
    await ask(page, 'No network is needed now');
    await waitForWords(page, 'No network is needed now'.split(' '));
  });

  test('goes with the reader into every chapter that takes a sentence, and into its cells', async () => {
    const page = await open();
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    // Of those that only run code one stands for all.
    const html = (chapter: string): string => readFileSync(join(inject('folder'), chapter, 'index.html'), 'utf8');
    const takes = (chapter: string): boolean => html(chapter).includes('<sentence-box');
    const onlyRuns = chapters.find((chapter) => !takes(chapter) && html(chapter).includes('<code-cell'))!;
    const taking: string[] = [];
    const running: string[] = [];
    for (const chapter of [...chapters.filter(takes), onlyRuns]) {
      await page.goto(inject('site') + chapter);
      if ((await page.locator('sentence-box').count()) > 0) {
        taking.push(chapter);
        await expect.poll(() => page.locator('sentence-box input[name=sentence]').first().inputValue()).toBe(own);
        const figure = page.locator('.live:has(sentence-box)').first();
        await expect
          .poll(() => figure.locator('[data-drawing] svg:visible').first().textContent(), { message: chapter })
          .toContain('honey');
      }
      const cell = page.locator('code-cell').first();
      if ((await cell.count()) === 0) continue;
      running.push(chapter);
      await cell.locator('> pre').click();
      await cell.getByRole('textbox').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('\nconsole.log(sentence.join(" "), sentence.length === Q.shape[0]);');
      await expect
        .poll(() => cell.locator('.printed').last().textContent(), { message: chapter })
        .toMatch(/^Be ‑es make honey from the .* true$/);
    }
    expect(taking.toSorted()).toEqual(['attention/academic/', 'attention/plain-english/']);
    expect(running).toContain(onlyRuns);
  });

  test('kept from an earlier visit: no second download, and the sentence is remembered', async () => {
    const page = await open();
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    const requests = modelRequests(page);
    await page.reload();
    await waitForWords(page, own.split(' '));
    expect(requests).toEqual([]);
  });
});
