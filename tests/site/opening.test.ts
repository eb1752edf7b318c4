import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openPage, type Visit } from './site.ts';

const box = 'input[name=sentence]';
const readout = 'live-generate-heatmap .readout';
const own = 'Bees make honey from the nectar of flowers';

async function open(visit: Visit = {}): Promise<Page> {
  const page = await openPage('', visit);
  if (visit.javaScript === false) return page;
  // The figure is the build's until a reader touches it.
  await page.focus(box);
  await page.waitForSelector('live-generate-heatmap[data-live]');
  return page;
}

async function ask(page: Page, sentence: string): Promise<void> {
  await page.fill(box, sentence);
  await page.press(box, 'Enter');
}

/** What is not for a first look stands behind a fold. */
const unfold = (page: Page): Promise<void> => page.locator('live-generate-heatmap .fold > summary').click();

/** The words of the large sentence. */
const words = (page: Page): Promise<string[]> =>
  page
    .locator('live-generate-heatmap .sentence label')
    .evaluateAll((labels) => labels.map((label) => label.textContent!.trim()));

async function waitForWords(page: Page, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => words(page)).toEqual(wanted);
}

function modelBytes(): Buffer {
  const folder = join(inject('folder'), 'encoder');
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.startsWith('maps.'))!,
    ),
  );
}

const modelRequests = (page: Page): string[] => {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/encoder/')) seen.push(request.url());
  });
  return seen;
};

describe('the opening figure', () => {
  test('is whole without a script: sentence, map, read-out and table', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator('.map .for-wide rect[data-query]').count()).toBe(64);
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key money: 0\.2\d/);
    await page.locator('.numbers summary').click();
    expect(await page.locator('.numbers tbody tr').count()).toBe(8);
    expect(await page.locator('.ask').isVisible()).toBe(false);
  });

  test('answers an example without the model', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await page.selectOption('select[name=example]', 'Apple released a new product');
    await waitForWords(page, ['Apple', 'released', 'a', 'new', 'product']);
    expect(requests).toEqual([]);
  });

  test('answers the reader’s own sentence with the trained model', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    expect(requests).toHaveLength(1);
    const sums = await page.locator('.numbers tbody tr td:last-child').allTextContents();
    expect(new Set(sums)).toEqual(new Set(['1.00']));
    // Once fetched, it is not fetched again.
    await ask(page, 'Honey is sweet');
    await waitForWords(page, ['Honey', 'is', 'sweet']);
    expect(requests).toHaveLength(1);
  });

  test('reads out a cell to the pointer, and lights its row in the sentence', async () => {
    const page = await open();
    await page.hover('[data-pane=trained] rect[data-query="4"][data-key="7"]:visible');
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key money: 0\.2\d/);
    await expect.poll(() => page.locator('.sentence input:checked').inputValue()).toBe('4');
  });

  test('holds a cell that is pressed until it is pressed again, or Escape', async () => {
    const page = await open();
    const cell = (query: number, key: number) =>
      page.locator(`[data-pane=trained] rect[data-query="${query}"][data-key="${key}"]:visible`);
    const at = (): Promise<string | null> => page.textContent(readout);
    await cell(1, 7).click();
    await expect.poll(at).toContain('query went attends to key money');
    await cell(3, 6).hover();
    await cell(2, 2).hover();
    await page.waitForTimeout(200);
    expect(await at()).toContain('query went attends to key money');
    await cell(3, 6).click();
    await expect.poll(at).toContain('query the attends to key deposit');
    await page.keyboard.press('Escape');
    await cell(2, 2).hover();
    await expect.poll(at).toContain('query to attends to key to');
    await cell(2, 2).click();
    await cell(2, 2).click();
    await cell(0, 0).hover();
    await expect.poll(at).toContain('query I attends to key I');
  });

  test('takes the name of a row or a column for it', async () => {
    const page = await open();
    const at = (): Promise<string | null> => page.textContent(readout);
    await page.locator('[data-pane=trained] text[data-row="7"]:visible').click();
    await expect.poll(at).toContain('query money attends to key bank');
    await page.locator('[data-pane=trained] text[data-column="6"]:visible').click();
    await expect.poll(at).toContain('query money attends to key deposit');
  });

  test('works by keyboard alone', async () => {
    const page = await open();
    await page.focus('[data-pane=trained] .map');
    const at = (): Promise<string | null> => page.textContent(readout);
    await page.keyboard.press('ArrowUp');
    await expect.poll(at).toContain('query the attends to key money');
    await page.keyboard.press('Home');
    await expect.poll(at).toContain('query the attends to key I');
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toContain('attends to key went');
    // The sentence is one group of radio buttons, moved by arrow keys as any other.
    await page.focus('.sentence input:checked');
    await page.keyboard.press('ArrowRight');
    // Another row asks for the word that it looks at most.
    await expect.poll(at).toContain('query bank attends to key money');
    await page.focus('.fold > summary');
    await page.keyboard.press('Enter');
    await page.focus('[data-field=head]:checked');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.textContent('.habit')).toContain('Layer 2, head 3');
  });

  test('shows the same architecture before training beside it', async () => {
    const page = await open();
    const requests = modelRequests(page);
    await unfold(page);
    await page.check('input[name=untrained]');
    await page.waitForSelector('[data-pane=untrained] rect[data-query]');
    expect(await page.textContent('[data-pane=untrained]')).toContain('seeded random');
    await expect.poll(() => page.textContent(readout)).toContain('before training');
    const colours = (pane: string): Promise<(string | null)[]> =>
      page
        .locator(`[data-pane=${pane}] rect[data-query]`)
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('fill')));
    expect(await colours('untrained')).not.toEqual(await colours('trained'));
    expect(requests).toEqual([]);
  });

  test('forgets the comparison when it is unticked before it came', async () => {
    const page = await open();
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('input[name=untrained]')!;
      box.click();
      box.click();
    });
    await page.selectOption('select[name=example]', 'Apple released a new product');
    await waitForWords(page, ['Apple', 'released', 'a', 'new', 'product']);
    await page.waitForTimeout(1000);
    expect(await page.locator('[data-pane=untrained]').isVisible()).toBe(false);
    await expect.poll(() => page.textContent(readout)).not.toContain('before training');
  });

  test('shows pieces as the model reads them', async () => {
    const page = await open();
    await ask(page, 'Photosynthesis feeds plants');
    await waitForWords(page, ['Photosynthesis', 'feeds', 'plants']);
    await unfold(page);
    await page.locator('label:has(> input[value=pieces])').click();
    await expect.poll(async () => (await words(page)).length).toBeGreaterThan(3);
    expect((await words(page)).join('')).toBe('Photosynthesisfeedsplants');
  });
});

describe('the things to try', () => {
  const press = async (page: Page, text: string): Promise<void> => {
    const button = page.locator('button.try', { hasText: text });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const look = (page: Page): Promise<string | null> => page.textContent('live-generate-heatmap .look');
  const isInSight = (page: Page): Promise<boolean> =>
    page
      .locator('live-generate-heatmap .map svg:visible')
      .first()
      .evaluate((map) => {
        const { top, bottom } = map.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });

  test('are done at a press, go to what they did, and say what to look at', async () => {
    const page = await openPage('');
    const requests = modelRequests(page);
    await press(page, 'beside the river');
    await expect.poll(() => page.textContent(readout)).toMatch(/query bank attends to key water: 0\.1\d/);
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(await look(page)).toContain('the row of “bank”');
    expect(await page.evaluate(() => document.activeElement!.className)).toContain('map');

    await press(page, 'layer 1, head 3');
    await expect.poll(() => page.textContent('.habit')).toContain('Layer 1, head 3. Looks at the next token');
    await waitForWords(page, 'I went to the bank to deposit money'.split(' '));
    // What was set is not hidden in its fold.
    expect(await page.locator('[data-field=head][value="3"]').isChecked()).toBe(true);
    expect(await page.locator('.fold .strip').first().isVisible()).toBe(true);

    await press(page, 'before training');
    await page.waitForSelector('[data-pane=untrained] rect[data-query]');
    await expect.poll(() => look(page)).toContain('Compare the two maps');
    // The reader does something of their own: what was said is of the past.
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.look').isVisible()).toBe(false);
    expect(requests).toEqual([]);
  });
});

describe('what a reader may type', () => {
  test('nothing: a sentence says so, and the last figure stays', async () => {
    const page = await open();
    await ask(page, '   ');
    expect(await page.textContent('.notices')).toContain('The box is empty');
    expect(await words(page)).toHaveLength(8);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sentence');
  });

  test('one word: its weight on itself is 1', async () => {
    const page = await open();
    await ask(page, 'bank');
    await waitForWords(page, ['bank']);
    await expect.poll(() => page.textContent(readout)).toContain('query bank attends to key bank: 1.00');
    expect(await page.textContent('.notices')).toContain('One token can attend only to itself');
  });

  test('an emoji: the page says that the model does not know it', async () => {
    const page = await open();
    await ask(page, 'I love 🦄 stories');
    await waitForWords(page, ['I', 'love', '🦄', 'stories']);
    expect(await page.textContent('.notices')).toContain('no piece for “\u2068🦄\u2069”');
  });

  test('HTML: shown as the text it is', async () => {
    const page = await open();
    await ask(page, 'a <img src=x onerror=alert(1)> tag');
    await expect.poll(async () => (await words(page)).join(' ')).toBe('a <img src=x onerror=alert(1)> tag');
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('a language without spaces: shown in pieces', async () => {
    const page = await open();
    await ask(page, '注意力机制');
    await expect.poll(() => page.textContent('.notices')).toMatch(/no piece for|no spaces/);
    expect((await words(page)).length).toBeGreaterThan(0);
  });

  test.each([
    '机器学习模型会注意每一个词语的意思。 注意力机制让模型知道 哪一个词语最重要',
    'ذهبت إلى البنك لإيداع المال (100) today!',
  ])('other scripts: “%s” stays on a phone’s screen, each word in its own direction', async (text) => {
    const page = await openPage('', { width: 360 });
    await ask(page, text);
    await expect.poll(() => page.inputValue(box)).toBe(text);
    await expect.poll(async () => (await words(page)).join(' ')).not.toContain('deposit');
    await page.waitForSelector('[data-pane=trained] .map > svg');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const beyond = await page
      .locator('[data-pane=trained] .map text')
      .evaluateAll(
        (all) =>
          all.map((text) => text.getBoundingClientRect()).filter(({ left, right }) => left < 0 || right > innerWidth)
            .length,
      );
    expect(beyond).toBe(0);
    for (const each of await page.locator('.words bdi, .readout b').all())
      expect(await each.evaluate((word) => getComputedStyle(word).unicodeBidi)).toBe('isolate');
  });

  test('5,000 words: the page says what was read and what was left out', async () => {
    const page = await open();
    await ask(page, 'the cat sat on a mat '.repeat(834));
    await expect.poll(() => page.textContent('.notices')).toMatch(/at most 128 tokens. Your text has \d,\d{3}/);
    await page.waitForSelector('.row-bars svg');
    await page.locator('.numbers summary').click();
    await expect.poll(() => page.locator('.numbers tbody tr').count()).toBe(1);
    await page.focus('[data-pane=trained] .map');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.textContent(readout)).toMatch(/query .+ attends to key/);
    // Words on both axes, the chosen ones among them, and the chosen row and cell marked.
    const map = page.locator('[data-pane=trained] .map > svg');
    for (const axis of ['row', 'column']) {
      const names = await map.locator(`text[data-${axis}]`).count();
      expect(names).toBeGreaterThan(10);
      expect(await map.locator(`text[data-${axis}][font-weight]`).count()).toBe(1);
    }
    const chosen = (name: string): Promise<string | null> =>
      map.locator(`text[data-${name}][font-weight]`).textContent();
    expect(await page.textContent(readout)).toContain(
      `query ${await chosen('row')} attends to key ${await chosen('column')}`,
    );
    expect(await map.locator('.marks :is(.row, .chosen)').count()).toBe(2);
    expect(await page.textContent('[data-pane=row] .pane-title')).toBe(`The row of ${await chosen('row')}`);
    // The numbers follow when the reader's hand rests.
    const row = await chosen('row');
    await expect.poll(() => page.textContent('.numbers caption')).toContain(`the row of “${row}”`);
    // A cell of it can be pointed at.
    await map.locator('rect[data-query="9"]').click({ position: { x: 3, y: 1 } });
    await expect.poll(() => map.locator('text[data-row][font-weight]').getAttribute('data-row')).toBe('9');
    await page.locator('live-generate-heatmap .figure details:has([data-share=svg]) > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-share=svg]')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('The row of');
  });
});

describe('when the model does not arrive', () => {
  const model = '**/encoder/maps.*.bin';

  test('missing: the figure stays, and a second try works', async () => {
    let missing = true;
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => (missing ? route.fulfill({ status: 404 }) : route.continue())),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('the server answered 404');
    expect(await words(page)).toHaveLength(8);
    missing = false;
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
    expect(await page.textContent('.notices')).toBe('');
  });

  test('corrupt: refused by its checksum, and never kept', async () => {
    const bytes = modelBytes();
    bytes[bytes.length - 100]! ^= 1;
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => route.fulfill({ body: bytes })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('does not match its checksum');
    expect(await page.evaluate(async () => (await (await caches.open('encoder')).keys()).length)).toBe(0);
    await page.unroute(model);
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
  });

  test('cut off on the way: refused, and never kept', async () => {
    const half = modelBytes().subarray(0, 2_000_000);
    const page = await open({
      expectErrors: true,
      before: (page) => page.route(model, (route) => route.fulfill({ body: half })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toMatch(/should be \d+ bytes long, but 2000000 arrived/);
    expect(await words(page)).toHaveLength(8);
  });

  test('no network: a sentence says so, and the figure stays', async () => {
    const page = await open({ expectErrors: true, before: (page) => page.route(model, (route) => route.abort()) });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('the network did not answer');
    expect(await words(page)).toHaveLength(8);
  });

  test('stopped by the reader: the last figure stays, and they may go on', async () => {
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const page = await open({
      expectErrors: true,
      before: (page) =>
        page.route(model, async (route) => {
          await held;
          await route.continue().catch(() => {});
        }),
    });
    await ask(page, own);
    await page.waitForSelector('.loading:not([hidden])');
    await page.focus('button[name=cancel]');
    await page.keyboard.press('Enter');
    goOn();
    await expect.poll(() => page.textContent('.notices')).toContain('Stopped');
    // The focus is handed on, to what one does next.
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Try again');
    expect(await words(page)).toHaveLength(8);
    await page.keyboard.press('Enter');
    await waitForWords(page, own.split(' '));
    expect(await page.evaluate(() => document.activeElement!.textContent!.trim())).toBe('Generate heatmap');
  });

  test.each([
    ['without a word', 'onmessage = () => setTimeout(close, 200);'],
    ['with an error', 'onmessage = () => { throw new Error("out of memory"); };'],
  ])('a worker that dies %s: the box is free, a sentence says so, and the next try works', async (_, dies) => {
    const worker = /encoder\.worker[^/]*\.js/;
    const holds = `navigator.locks.request('life', () => { postMessage({ life: 'life' }); return new Promise(() => {}); });`;
    const page = await open({
      expectErrors: true,
      before: (page) =>
        page.route(worker, (route) => route.fulfill({ contentType: 'text/javascript', body: holds + dies })),
    });
    await ask(page, own);
    await expect.poll(() => page.textContent('.notices')).toContain('has stopped for want of memory');
    expect(await page.locator('sentence-box[aria-busy]').count()).toBe(0);
    expect(await page.locator('sentence-box .loading').isVisible()).toBe(false);
    await page.unroute(worker);
    await page.click('.notices button');
    await waitForWords(page, own.split(' '));
  });

  test('offline after it was loaded: it answers all the same', async () => {
    const page = await open();
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    await page.context().setOffline(true);
    await ask(page, 'No network is needed now');
    await waitForWords(page, 'No network is needed now'.split(' '));
  });

  test('goes with the reader into every chapter', async () => {
    const page = await open();
    await ask(page, own);
    await waitForWords(page, own.split(' '));
    const chapters = await page
      .locator('nav[aria-label=Chapters] a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    expect(chapters.length).toBeGreaterThan(2);
    for (const chapter of chapters) {
      await page.goto(new URL(chapter, page.url()).href);
      expect(await page.locator('sentence-box').count(), chapter).toBeGreaterThan(0);
      await expect.poll(() => page.locator('sentence-box input[name=sentence]').first().inputValue()).toBe(own);
      const figure = page.locator('.live:has(sentence-box)').first();
      await expect
        .poll(() => figure.locator('[data-drawing] svg:visible').first().textContent(), { message: chapter })
        .toContain('honey');
    }
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
