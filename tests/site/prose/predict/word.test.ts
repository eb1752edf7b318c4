import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chapters, openPage } from '../../site.ts';
import { check, verdict } from './page.ts';

describe('a word of a sentence', () => {
  const plain = 'attention/plain-english/';
  const word = (page: Page) => page.locator('predict-first[data-name=cell]');
  const figure = (page: Page) => page.locator('#figure-three-stages');
  const filled = (page: Page) =>
    word(page)
      .locator('.share')
      .evaluateAll((all) =>
        all.map((each) =>
          Math.round((100 * parseFloat(getComputedStyle(each, '::before').height)) / each.clientHeight),
        ),
      );

  test('is guessed in a row without bars, and the bars are the weights that the model gives', async () => {
    const page = await openPage(plain, { reducedMotion: 'reduce' });
    await word(page).scrollIntoViewIfNeeded();
    expect(await filled(page)).toEqual(Array(8).fill(0));
    expect(await word(page).locator('.share b:visible').count()).toBe(0);
    await word(page).getByRole('radio', { name: 'deposit' }).check();
    await check(page, word);
    const said = await word(page).locator('.share b').allInnerTexts();
    const shares = said.map((text) => Number(text.replace('<', '')));
    expect(Math.abs(shares.reduce((sum, share) => sum + share) - 1)).toBeLessThan(0.05);
    for (const [place, percent] of (await filled(page)).entries())
      expect(Math.abs(percent - 100 * shares[place]!), said[place]).toBeLessThan(2);
    const [deposit, money] = [6, 7].map((place) => said[place]!);
    expect(await verdict(page, word)).toBe(
      `Not this one. “bank” gives “deposit” a share of ${deposit}. The answer is “money”. “bank” gives “money” a share of ${money}.`,
    );
    expect(await word(page).locator('[data-right] [translate=no]').textContent()).toBe('money');
  });

  test('may be any but the one that asks, by keyboard too', async () => {
    const page = await openPage(plain);
    expect(await word(page).getByRole('radio').count()).toBe(7);
    await word(page).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await verdict(page, word)).toMatch(/^Yes\. “bank” gives “money” a share of 0\.\d\d\.$/);
  });

  test('covers the figure in which it stands until it is answered, also after a reload', async () => {
    const page = await openPage(plain);
    await figure(page).scrollIntoViewIfNeeded();
    const readable = () =>
      figure(page)
        .locator('.readout')
        .evaluate((each) => getComputedStyle(each).filter === 'none' && !each.matches('[inert], [inert] *'));
    expect(await readable()).toBe(false);
    expect(await figure(page).locator('button:not([inert], [inert] *)').allTextContents()).toEqual(['Show the figure']);
    const height = async () => Math.round((await figure(page).boundingBox())!.height);
    const covered = await height();
    await word(page).getByRole('radio').last().check();
    await check(page, word);
    await figure(page).scrollIntoViewIfNeeded();
    expect(await readable()).toBe(true);
    expect(await height()).toBe(covered);
    await page.reload();
    expect(await page.locator('.predict-veil').count()).toBe(0);
    await check(page, word);
    await page.reload();
    expect(await readable()).toBe(false);
    await figure(page).getByRole('button', { name: 'Show the figure' }).click();
    expect(await readable()).toBe(true);
  });

  test('hides nothing without a script, on paper, or from an address that opens the figure', async () => {
    const bare = await openPage(plain, { javaScript: false });
    expect(await bare.locator('.predict-veil, [inert]').count()).toBe(0);
    await word(bare).locator('summary').click();
    expect(await word(bare).locator('.why').innerText()).toContain('“bank” gives “money” a share of');
    const linked = await openPage(`${plain}#figure-three-stages&three-stages.query=4`);
    expect(await linked.locator('.predict-veil').count()).toBe(0);
    const page = await openPage(plain);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.predict-veil:visible').count()).toBe(0);
    expect(
      await figure(page)
        .locator('.readout')
        .evaluate((each) => getComputedStyle(each).filter),
    ).toBe('none');
  });
});

test.each(chapters)('what a question hides is a figure below it: %s', async (path) => {
  const page = await openPage(path);
  const lost = await page.locator('[data-hides]').evaluateAll((all) =>
    all.flatMap((each) => {
      const hidden = (each as HTMLElement).dataset['hides']!;
      const figure = document.getElementById(`figure-${hidden}`);
      const isBelow = figure && each.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBelow ? [] : [hidden];
    }),
  );
  expect(lost).toEqual([]);
});
