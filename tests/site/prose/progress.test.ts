import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, settled } from '../site.ts';

const chapter = 'attention/plain-english/';
const questions = (page: Page) => page.locator('predict-first');
const line = async (page: Page) => (await page.locator('.length').textContent())!.replace(/\s+/g, ' ').trim();
const count = (page: Page) => page.locator('.tally .count').textContent();
const open = (page: Page) => page.locator('.tally .open a').allTextContents();
const ticks = (page: Page) => page.locator('.contents [data-answered]').allTextContents();

/** Chooses an option of each question in turn: the right one, or the one after it. */
async function answer(page: Page, which: number, rightly: boolean): Promise<void> {
  await questions(page)
    .nth(which)
    .evaluate((question, rightly) => {
      const inputs = [...question.querySelectorAll('input')];
      const right = Number((question as HTMLElement).dataset['answer']);
      inputs[rightly ? right : (right + 1) % inputs.length]!.click();
      question.querySelector('button')!.click();
    }, rightly);
}

describe('the progress of a reader', () => {
  test('is counted under the title, in the contents and in the tally, and stays after a reload', async () => {
    const page = await openPage(chapter);
    const all = await questions(page).count();
    const sections = await page.locator('.contents a').allTextContents();
    expect(await line(page)).toMatch(new RegExp(`^About \\d+ minutes · ${all} questions$`));
    expect(await count(page)).toBe(`You have answered none of the ${all} questions on this page.`);
    expect(await ticks(page)).toEqual([]);
    await answer(page, 0, true);
    await answer(page, 1, false);
    const holds = async () => {
      expect(await line(page)).toMatch(new RegExp(`${all} questions, 2 answered$`));
      expect(await count(page)).toBe(`You have answered 2 of the ${all} questions on this page. Right: 1.`);
      expect(await ticks(page)).toEqual(sections.slice(0, 2));
      expect(await open(page)).not.toContain(sections[0]);
    };
    await holds();
    await page.reload();
    await holds();
  });

  test('ticks a section when its last question is answered, and a look without a guess is no answer', async () => {
    const page = await openPage(chapter);
    const places = await questions(page).evaluateAll((all) =>
      all.map(
        (each) =>
          [...document.querySelectorAll('article h2[id]')].findLast(
            (h2) => h2.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
          )!.textContent,
      ),
    );
    const several = places.find((place, at) => places.indexOf(place) !== at)!;
    const inIt = places.flatMap((place, at) => (place === several ? [at] : []));
    for (const at of inIt.slice(0, -1)) await answer(page, at, true);
    expect(await ticks(page)).toEqual([]);
    const last = questions(page).nth(inIt.at(-1)!);
    const isOpen = async () => (await open(page)).includes(several.trim());
    expect(await isOpen()).toBe(true);
    for (let press = 0; press < 2; press++)
      await last.evaluate((question) => question.querySelector('button')!.click());
    expect(await last.getAttribute('data-verdict')).toBe('none');
    expect(await ticks(page)).toEqual([]);
    expect(await isOpen()).toBe(true);
    await last.evaluate((question) => question.querySelector('button')!.click());
    await answer(page, inIt.at(-1)!, false);
    expect(await ticks(page)).toEqual([several.trim()]);
  });

  test('leads to what is open, and starts over', async () => {
    const page = await openPage(chapter);
    await answer(page, 0, true);
    const second = await questions(page).nth(1).locator('.ask').getAttribute('id');
    const link = page.locator('.tally .open a').first();
    expect(await link.getAttribute('href')).toBe(`#${second}`);
    const startOver = page.locator('.tally').getByRole('button', { name: 'Start over' });
    const kept = () => page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('answers') ?? '{}') as object));
    await startOver.scrollIntoViewIfNeeded();
    // Where the reader is is kept a moment after they came there.
    await settled(page);
    await expect.poll(kept).toContainEqual(expect.stringMatching(/#place$/));
    expect(await kept()).toHaveLength(2);
    await startOver.click();
    // Neither what was answered nor where the reader was.
    expect(await kept()).toEqual([]);
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    expect(await count(page)).toContain('answered none');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('count');
    expect(await page.locator('.tally button').isVisible()).toBe(false);
    await page.reload();
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    for (let which = 0; which < (await questions(page).count()); which++) await answer(page, which, true);
    expect(await open(page)).toEqual([]);
  });

  test('says nothing of answers where no script can count them', async () => {
    const page = await openPage(chapter, { javaScript: false });
    expect(await line(page)).toMatch(/^About \d+ minutes · \d+ questions$/);
    expect(await page.locator('.tally').isVisible()).toBe(false);
    expect(await ticks(page)).toEqual([]);
  });

  test.each([320, 1280])('moves nothing on a page of %i pixels when it is first filled in', async (width) => {
    const height = (page: Page) =>
      page.locator('.tally').evaluate((each) => {
        each.style.contentVisibility = 'visible';
        return Math.round(each.getBoundingClientRect().height);
      });
    const page = await openPage(chapter, { width });
    const filled = await height(page);
    expect(await page.locator('.tally .count').isVisible()).toBe(true);
    await page.locator('.tally').evaluate((each) => {
      each.toggleAttribute('hidden', true);
      for (const part of each.querySelectorAll('p')) part.replaceChildren();
    });
    expect(await height(page)).toBe(filled);
  });
});
