/** A term opens a card with the forms of its idea; each leads to where a register tells it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { concepts } from '../../content/concepts.ts';
import { readSite } from '../../src/audit/site.ts';
import { openPage } from './site.ts';
import { violations } from './violations.ts';

const site = readSite(inject('folder'), new URL(inject('site')).pathname);
const registers = ['plain-english', 'code', 'academic'];
const chapter = (register: string): Document =>
  site.pages.find(({ path }) => path === `/attention/${register}`.replace(/[^/]$/, '$&/'))!.document;

describe('the cards of a chapter', () => {
  test.each(registers)('in %s have a form of each concept for every register', (register) => {
    for (const [id, { name, library, line }] of Object.entries(concepts)) {
      const card = chapter(register).querySelector(`template[data-card="${id}"]`)!;
      const [plain, code, academic, ...more] = [...card.querySelectorAll('p')];
      expect(more).toEqual([]);
      expect(card.querySelector('b')!.textContent).toBe(name);
      expect(plain!.textContent).toContain(library);
      expect(code!.querySelector('code')!.textContent).toBe(line);
      expect(academic!.querySelector(`.katex [data-concept="${id}"]`)).not.toBeNull();
      const symbols = [...card.querySelectorAll('code, .katex')];
      expect(symbols.filter((each) => !each.closest('[translate=no]')).map((each) => each.textContent)).toEqual([]);
    }
  });

  test('lead to the section of each register that tells the concept by its name', () => {
    for (const id of Object.keys(concepts))
      for (const link of chapter('code').querySelectorAll(`template[data-card="${id}"] a`)) {
        const [, register, anchor] = /\/attention\/([\w-]+)\/#(.*)$/.exec(link.getAttribute('href')!)!;
        const document = chapter(register!);
        const headings = [...document.querySelectorAll('article > h2')];
        const told = document.getElementById(anchor!)!;
        const section = headings.findLast((h2) => h2.compareDocumentPosition(told) & 4)!;
        expect(told.getAttribute('data-concept')).toBe(id);
        // The heading begins with its number, which the card leaves out.
        expect(section.textContent!.replace(/^\d+\s+/, ''), `${id} in ${register}`).toBe(
          link.textContent!.trim().replace(/^.*?: /, ''),
        );
      }
  });

  test('are led to without a script as well: the first mention leads to the overview, and is the one stop of the keyboard', () => {
    for (const register of registers)
      for (const id of Object.keys(concepts)) {
        const mentions = [...chapter(register).querySelectorAll(`.term[data-concept="${id}"]`)];
        const links = mentions.filter((term) => term.hasAttribute('href'));
        expect(links.map((link) => link.id)).toEqual([`term-${id}`]);
        expect(mentions.filter((term) => term.hasAttribute('tabindex'))).toEqual([]);
        const [, row] = links[0]!.getAttribute('href')!.split('/attention/#');
        expect(chapter('').querySelector(`td [id="${row}"]`)).not.toBeNull();
      }
  });
});

/** Nothing of the page moves when a card opens: where its words and figures stand. */
const edges = (page: Page) =>
  page.locator('article > *').evaluateAll((all) =>
    all
      .slice(0, 12)
      .map((each) => JSON.stringify(each.getBoundingClientRect()))
      .join(),
  );

test('in plain English a card stands in the margin by pointer, stays there, and leads on', async () => {
  const page = await openPage('attention/plain-english/', { width: 1440 });
  const card = page.locator('.preview');
  const term = page.locator('#term-key');
  const before = await edges(page);
  /** While a page is still laid out, what was under the pointer moves away: a pointer that rests brings no card then. */
  const opens = async (mention: Locator): Promise<boolean> => {
    await page.mouse.move(2, 2);
    await mention.hover();
    return card.waitFor({ state: 'visible', timeout: 1500 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(() => opens(term)).toBe(true);
  expect(await card.locator('b').textContent()).toBe('Key');
  expect(await edges(page)).toBe(before);
  const column = (await page.locator('article').boundingBox())!;
  const [line, box] = [(await term.boundingBox())!, (await card.boundingBox())!];
  expect(box.x).toBeGreaterThan(column.x + column.width);
  expect(box.x + box.width).toBeLessThanOrEqual(1440);
  expect(box.y).toBeLessThan(line.y);
  expect(box.y + box.height).toBeGreaterThan(line.y + line.height);
  // The way to it leads over the text.
  await page.mouse.move(column.x + column.width - 20, line.y + 60);
  await card.getByRole('link', { name: 'Academic: What attention is' }).click();
  await expect.poll(() => page.url()).toMatch(/attention\/academic\/#term-key$/);
  const top = async () => (await page.locator('#term-key').boundingBox())!.y;
  await expect.poll(top).toBeLessThan(300);
  expect(await top()).toBeGreaterThan(60);

  // A mention in the caption of a wide figure has no margin beside it.
  const caption = page.locator('#figure-be-the-head figcaption .term').first();
  await page.waitForLoadState('load');
  await expect.poll(() => opens(caption)).toBe(true);
  const figure = (await page.locator('#figure-be-the-head').boundingBox())!;
  expect((await card.boundingBox())!.x).toBeLessThan(figure.x + figure.width);
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
});

test('in code a card opens on focus and is passed by; Enter leads into it, and Escape back', async () => {
  const page = await openPage('attention/code/#one-query', { width: 1280 });
  const card = page.locator('.preview');
  const term = page.locator('#term-scores');
  await page.keyboard.press('Tab');
  await term.focus();
  expect(await card.locator('code').textContent()).toBe(concepts.scores.line);
  expect(await term.getAttribute('aria-describedby')).toBe('preview');
  const focused = () => page.evaluate(() => document.activeElement!.textContent.trim());
  await page.keyboard.press('Enter');
  for (const name of [
    'Plain English: A sentence attends to itself',
    'Code: One query',
    'Academic: What attention is',
  ]) {
    await expect.poll(focused).toBe(name);
    await page.keyboard.press('Tab');
  }
  // Past its last link the text goes on.
  await expect.poll(focused).toBe('weights');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await violations(page, { within: '.preview' })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, { within: '.preview', rules: ['color-contrast'] })).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
  await expect.poll(focused).toBe('scores');
  // Left behind, it goes.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await card.isVisible()).toBe(true);
  await page.evaluate(() => window.scrollBy(0, 2000));
  await expect.poll(() => card.isVisible()).toBe(false);

  // In a table code stays on its line, and on a card it has to fit.
  await page.locator('table .term[data-concept=query]').hover();
  await expect.poll(() => card.locator('b').textContent()).toBe('Query');
  expect(await card.evaluate((card) => card.scrollWidth - card.clientWidth)).toBe(0);
});

test('in academic a tap opens a card that fits a phone; a second tap on a mention closes it', async () => {
  const page = await openPage('attention/academic/#what-attention-is', { width: 360, touch: true });
  const card = page.locator('.preview');
  for (const mention of [page.locator('#term-weights'), page.locator('table .term[data-concept=query]')]) {
    await mention.scrollIntoViewIfNeeded();
    await mention.tap();
    await expect.poll(() => card.isVisible()).toBe(true);
    expect(page.url()).toMatch(/academic\/#what-attention-is$/);
    const { x, y, width, height } = (await card.boundingBox())!;
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    expect(y + height).toBeLessThanOrEqual(800);
  }
  await page.locator('table .term[data-concept=query]').tap();
  expect(await card.isVisible()).toBe(false);
});
