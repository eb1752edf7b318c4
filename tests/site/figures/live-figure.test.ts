import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../site.ts';

/** What every figure does, tried on one: it stands in for all that share the element. */
const code = /\/figure\.[\w-]+\.js$/;
const readout = (page: Page): Promise<string | null> => page.textContent('.readout');
const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const pick = (page: Page, mask: string): Promise<void> => page.click(`label:has([data-field=mask][value=${mask}])`);
const picked = (page: Page): Promise<string> => page.inputValue('[data-field=mask]:checked');

describe('a live figure', () => {
  it('answers the first acts, however late its code comes, and says what it shows in the address', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const page = await openPage('embed/masks/', {
      before: (page) => page.route(code, async (route) => (await held, route.continue())),
    });
    const before = await readout(page);
    await pick(page, 'window');
    await page.locator('[data-pane=weights] .for-wide rect[data-query="2"][data-key="3"]').hover();
    await page.keyboard.press('Tab');
    expect(await readout(page)).toBe(before);
    expect(await hash(page)).toBe('');
    release();
    await expect.poll(() => readout(page)).toMatch(/^query to attends to key the: 0\.\d\d; without the mask/);
    await expect.poll(() => hash(page)).toBe('#masks.query=2&masks.key=3&masks.mask=window');
    const shown = await readout(page);
    await page.reload();
    await expect.poll(() => readout(page)).toBe(shown);
    expect(await picked(page)).toBe('window');
  });

  it('goes back and says why when its code cannot be had, and the next try works', async () => {
    const page = await openPage('embed/masks/', {
      expectErrors: true,
      before: (page) => page.route(code, (route) => route.abort()),
    });
    const before = await readout(page);
    await pick(page, 'window');
    await expect
      .poll(() => page.textContent('.failed'))
      .toMatch(/^The code of this figure could not be fetched\. Check/);
    expect(await page.isVisible('.failed')).toBe(true);
    expect(await picked(page)).toBe('causal');
    expect(await readout(page)).toBe(before);
    expect(await hash(page)).toBe('');
    await page.unroute(code);
    await pick(page, 'window');
    await expect.poll(() => readout(page)).toContain('the window reaches 1');
    expect(await page.isVisible('.failed')).toBe(false);
    expect(await picked(page)).toBe('window');
  });

  it.each([
    [
      'what its code imports',
      (page: Page, isCut: boolean) =>
        isCut ? page.route(/\/plot\.[\w-]+\.js$/, (route) => route.abort()) : page.unroute(/\/plot\.[\w-]+\.js$/),
    ],
    ['any of it', (page: Page, isCut: boolean) => page.context().setOffline(isCut)],
  ] as const)('goes back and says why when %s cannot be had, and the next try works', async (_, cut) => {
    const page = await openPage('embed/masks/', { expectErrors: true });
    await cut(page, true);
    await pick(page, 'window');
    await expect
      .poll(() => page.textContent('.failed'))
      .toMatch(/^The code of this figure could not be fetched\. Check/);
    expect(await picked(page)).toBe('causal');
    expect(await hash(page)).toBe('');
    await cut(page, false);
    await pick(page, 'window');
    await expect.poll(() => readout(page)).toContain('the window reaches 1');
    expect(await page.isVisible('.failed')).toBe(false);
  });

  it('says that the page is too old where the site no longer has its code', async () => {
    const page = await openPage('embed/masks/', {
      expectErrors: true,
      before: (page) => page.route(code, (route) => route.fulfill({ status: 404 })),
    });
    await pick(page, 'window');
    await expect.poll(() => page.textContent('.failed')).toContain('reload the page');
    expect(await picked(page)).toBe('causal');
  });

  it('is taken along once what writes its files has come', async () => {
    const files = /\/files\.[\w-]+\.js$/;
    const page = await openPage('embed/masks/', {
      expectErrors: true,
      before: (page) => page.route(files, (route) => route.abort()),
    });
    await page.click('figure-share summary');
    await page.click('[data-share=csv]');
    await expect
      .poll(() => page.textContent('figure-share [role=status]'))
      .toBe('The part of the page that writes this could not be fetched. Check the connection, then try again.');
    await page.unroute(files);
    await page.click('[data-share=csv]');
    await expect
      .poll(() => page.textContent('figure-share [role=status]'))
      .toMatch(/^Handed to the browser as masks\.csv/);
  });

  it('goes back and says why when its sentences cannot be had, and the next try works', async () => {
    const page = await openPage('embed/masks/', {
      expectErrors: true,
      before: (page) => page.route('**/examples.json', (route) => route.fulfill({ status: 404 })),
    });
    await pick(page, 'window');
    await expect.poll(() => page.textContent('.failed')).toMatch(/^The sentences of this page could not be fetched\./);
    expect(await picked(page)).toBe('causal');
    expect(await hash(page)).toBe('');
    await page.unroute('**/examples.json');
    await pick(page, 'window');
    await expect.poll(() => readout(page)).toContain('the window reaches 1');
    expect(await page.isVisible('.failed')).toBe(false);
  });

  it.each([360, 700, 768, 1024, 1280, 1440])(
    'keeps the size of its drawings when it is touched, at %i pixels',
    async (width) => {
      const page = await openPage('embed/masks/', { width });
      const boxes = (): Promise<string[]> =>
        page
          .locator('.drawing:visible svg, .map > svg:visible')
          .evaluateAll((all) => all.map((svg) => JSON.stringify(svg.getBoundingClientRect())));
      const before = await boxes();
      await pick(page, 'none');
      await expect.poll(() => page.locator('.map > svg').count()).toBe(2);
      expect(await boxes()).toEqual(before);
    },
  );

  it('draws what is asked for last', async () => {
    const page = await openPage('embed/masks/');
    for (const mask of ['none', 'padding', 'window', 'causal', 'padding']) await pick(page, mask);
    await expect.poll(() => readout(page)).toContain('it is padding');
    expect(await picked(page)).toBe('padding');
    await expect.poll(() => hash(page)).toBe('#masks.mask=padding');
  });

  it('leaves a cell open again when another sentence comes, and keeps it for another head', async () => {
    const page = await openPage('embed/masks/#masks.mask=none');
    await page.locator('[data-pane=weights] svg:visible rect[data-query="0"][data-key="1"]').click();
    await expect.poll(() => readout(page)).toContain('query I attends to key went');
    await page.click('label:has([data-field=head][value="3"])');
    await expect.poll(() => hash(page)).toBe('#masks.head=3&masks.query=0&masks.key=1&masks.mask=none');
    expect(await readout(page)).toContain('query I attends to key went');
    await page.selectOption('select[name=example]', 'Apple released a new product');
    await expect.poll(() => hash(page)).toBe('#sentence=Apple+released+a+new+product&masks.head=3&masks.mask=none');
  });

  it('does not choose in the sentence that stands in what a link chose in its own', async () => {
    const page = await openPage('embed/masks/#masks.mask=none&masks.query=2&masks.key=1&sentence=My+own+words');
    await expect.poll(() => page.inputValue('sentence-box input')).toBe('My own words');
    await expect.poll(() => readout(page)).toContain('query bank attends to key money');
    await page.click('sentence-box button.primary');
    await expect.poll(() => readout(page)).toContain('query words attends to key own');
    expect(await hash(page)).toContain('masks.query=2&masks.key=1');
  });
});
