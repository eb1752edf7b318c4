import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { attend, attendOne, dot } from '../../../lib/listings/attention.ts';
import { openPage, sharePage } from '../site.ts';
import { quiet } from '../traffic.ts';
import { violations } from '../violations.ts';

const chapter = 'attention/code/';
const keys = [
  [1.31, 0.35],
  [-0.16, -0.18],
  [0.13, 1.09],
];
const values = [
  [0.97, 0.18],
  [0.02, 0.09],
  [0.31, 0.95],
];
const cell = (page: Page, id: string) => page.locator(`code-cell[data-cell="${id}-typescript"]`);
const [first, later] = ['dot', 'one-query'];
/** Numbers as they are drawn under a cell. */
const drawn = (page: Page, id: string) => cell(page, id).locator('.output svg text').allTextContents();
const shown = (numbers: readonly number[]): string[] =>
  numbers.map((number) =>
    number
      .toFixed(4)
      .replace('-', '−')
      .replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros)),
  );
const scoresOf = (query: readonly number[]): string[] => shown(keys.map((key) => dot(query, key)));

/** Opens the editor in a cell and puts the caret at its end. */
async function edit(page: Page, id = first) {
  const editor = cell(page, id).getByRole('textbox');
  if ((await editor.count()) === 0) await cell(page, id).locator('> pre').click();
  await editor.click();
  await page.keyboard.press('Control+End');
  return editor;
}
async function choose(page: Page, what: string | RegExp, id = first): Promise<void> {
  await cell(page, id).locator('summary').click();
  await cell(page, id).locator('.menu').getByText(what).click();
}
const said = (page: Page, id = first) => cell(page, id).locator('.said').textContent();
const changed = (page: Page) => page.locator('code-cell .changed:visible').count();

/** The cells that the reader's machine keeps, by their names; beside them it keeps where the reader was. */
const keptCells = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.keys(JSON.parse(localStorage.getItem('answers') ?? '{}') as object).filter((name) =>
      name.includes('#cell '),
    ),
  );

describe('cells', () => {
  const page = sharePage(chapter, {
    before: async (fresh) => {
      fresh.on('request', (request) => requests.push(request.url()));
      await fresh.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    },
  });
  const requests: string[] = [];
  const late = () => requests.filter((url) => /\/_astro\/(notebook|editor|run-in-page|dist)\.|\/cells\//.test(url));
  const weight = (urls: readonly string[]): number =>
    urls
      .filter((url) => url.includes('/_astro/'))
      .reduce(
        (sum, url) =>
          sum + gzipSync(readFileSync(join(inject('folder'), '_astro', basename(url))), { level: 9 }).length,
        0,
      );

  test('bring nothing before they are touched, and then an editor that stands where the listing stood', async () => {
    const listing = cell(page(), first).locator('> pre');
    await listing.scrollIntoViewIfNeeded();
    await quiet(page());
    expect(late()).toEqual([]);
    const code = await listing.textContent();
    const before = (await listing.boundingBox())!;
    await listing.click();
    const editor = cell(page(), first).locator('.editor');
    await editor.waitFor();
    const after = (await editor.boundingBox())!;
    expect([after.x, after.width, after.height]).toEqual([before.x, before.width, before.height]);
    expect((await editor.locator('.cm-line').allTextContents()).join('\n')).toBe(code);
    expect(await editor.locator('[data-concept=query]').count()).toBeGreaterThan(1);
    expect(weight(late())).toBeGreaterThan(50_000);
    expect(weight(late())).toBeLessThan(155_000);
  });

  test('run by themselves after an edit, whose numbers stand under the cell and under later ones', async () => {
    await edit(page());
    await cell(page(), first).locator('.editor').getByText('0.89').selectText();
    await page().keyboard.type('1');
    await expect.poll(() => drawn(page(), first)).toEqual(scoresOf([1, 0.3]));
    await expect.poll(() => drawn(page(), later)).toEqual(shown(attendOne([1, 0.3], keys, values)));
    expect(await cell(page(), later).locator('.took').textContent()).toMatch(/^(<1|\d+) ms$/);
    expect(await changed(page())).toBe(1);
    expect(weight(late())).toBeLessThan(205_000);
    expect(await violations(page(), { within: `code-cell[data-cell="${first}-typescript"]` })).toEqual([]);
  });

  test('tell an error at the reader’s own line, keep what was printed before it, and run no further', async () => {
    await edit(page());
    await page().keyboard.insertText('\nconsole.log("before");\nnull.x;');
    const output = cell(page(), first).locator('.output');
    await expect.poll(() => output.locator('.error').textContent()).toMatch(/^Line 15: TypeError/);
    expect(await output.locator('.printed').textContent()).toBe('before');
    expect(await cell(page(), later).locator('.output').textContent()).toMatch(/^Not run/);
    expect(await said(page())).toBe('Cell 1 failed, and none after it has run.');
  });

  test('are taken back by undo after a run, and taken along as files', async () => {
    await page().keyboard.press('Control+z');
    await expect.poll(() => drawn(page(), first)).toEqual(scoresOf([1, 0.3]));
    const [download] = await Promise.all([page().waitForEvent('download'), choose(page(), 'Download all cells')]);
    expect(download.suggestedFilename()).toBe('cells.ts');
    const program = readFileSync(await download.path(), 'utf8');
    expect(program).toContain('const query = [1, 0.3];');
    expect(program.match(/^\/\/ Cell: /gm)).toHaveLength(await page().locator('code-cell').count());
    const [own] = await Promise.all([page().waitForEvent('download'), choose(page(), 'Download this cell')]);
    expect(readFileSync(await own.path(), 'utf8')).toMatch(/^function dot[^]*query, key\)\);\n$/);
    await cell(page(), first).getByRole('button', { name: 'Copy Cell 1' }).click();
    await expect.poll(() => page().evaluate(() => navigator.clipboard.readText())).toContain('const query = [1, 0.3];');
  });

  test('are kept on the reader’s machine, and open from a link as they were', async () => {
    await page().reload();
    await expect.poll(() => drawn(page(), first)).toEqual(scoresOf([1, 0.3]));
    await choose(page(), 'Copy link');
    await expect.poll(() => said(page())).toBe('The link is copied.');
    const link = await page().evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#listing-dot-typescript&cells=[\w-]+$/);
    const other = await openPage(chapter + new URL(link).hash);
    await expect.poll(() => drawn(other, later)).toEqual(shown(attendOne([1, 0.3], keys, values)));
    expect(await changed(other)).toBe(1);
    expect(await keptCells(other)).toEqual([]);
    // What the reader does then is the reader's own, and the address says no more of it.
    await edit(other);
    await other.keyboard.insertText(' // mine');
    await expect.poll(() => other.evaluate(() => location.hash)).not.toContain('cells=');
    await other.reload();
    await expect.poll(() => cell(other, first).locator('.cm-line').last().textContent()).toContain('// mine');
    await expect.poll(() => drawn(other, later)).toEqual(shown(attendOne([1, 0.3], keys, values)));
  });

  test('are too much for a link at some length, and come back as they were', async () => {
    await edit(page());
    const noise = Array.from({ length: 9000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919 + ((i * i) % 4099)) % 9000)),
    );
    await page().keyboard.insertText(`// ${noise.join('')}`);
    await expect.poll(() => keptCells(page())).toHaveLength(1);
    await choose(page(), 'Copy link');
    await expect.poll(() => said(page())).toMatch(/^This is too much code for a link. Download/);
    // The run that follows the typing does not speak over it.
    await expect.poll(() => page().locator('code-cell.stale').count()).toBe(0);
    await page().waitForTimeout(100);
    expect(await said(page())).toMatch(/^This is too much code for a link. Download/);
    await choose(page(), 'Restore this cell');
    await expect.poll(() => drawn(page(), first)).toEqual(scoresOf([0.89, 0.3]));
    expect(await changed(page())).toBe(0);
    expect(await keptCells(page())).toEqual([]);
  });

  test('complete the library’s names, and import what they complete', async () => {
    const editor = await edit(page(), 'mix');
    await page().keyboard.type('\nsoftmaxR');
    const option = page().getByRole('option', { name: 'softmaxRow' });
    await option.waitFor();
    expect(await page().locator('.cm-completionInfo').textContent()).toMatch(/^softmaxRow\(.*Softmax of one row/);
    await page().keyboard.press('Enter');
    await expect
      .poll(() => editor.locator('.cm-line').first().textContent())
      .toBe("import { softmaxRow } from 'attention-notebook';");
    // Whoever leaves is not held back by a list that stands open.
    await page().keyboard.type('\nsoftmaxR');
    await option.waitFor();
    await page().keyboard.press('Escape');
    await page().keyboard.press('Tab');
    expect(await page().evaluate(() => document.activeElement?.closest('.editor'))).toBe(null);
    await choose(page(), 'Restore this cell', 'mix');
  });
});

test('cells are edited, run and left by the keyboard alone, and only when asked where the reader wants it so', async () => {
  const page = await openPage(chapter);
  const inEditor = () => page.evaluate(() => document.activeElement?.closest('.editor') !== null);
  const code = () => cell(page, first).locator('.cm-content').innerText();
  // Playwright's focus is no keyboard's; the tab key's is.
  await cell(page, first).locator('.run').focus();
  const here = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (const [key, name] of [
    ['ArrowRight', 'More'],
    ['ArrowRight', 'Copy'],
    ['ArrowRight', 'Copy'],
    ['ArrowLeft', 'More'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await here()).toBe(name);
  }
  await page.keyboard.press('Enter');
  await cell(page, first).getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  expect(await cell(page, first).locator('.menu').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More');
  const before = await drawn(page, first);
  while (!(await page.evaluate(() => document.activeElement?.matches('code-cell pre, .cm-content'))))
    await page.keyboard.press('Tab');
  await expect.poll(inEditor).toBe(true);
  expect(await cell(page, first).getByRole('textbox').getAttribute('aria-label')).toBe(
    `Code of cell 1 of ${await page.locator('code-cell').count()}. Control and Enter runs it. Escape, then Tab, leaves it.`,
  );
  // Who comes by goes on; who has typed indents, until Escape.
  await page.keyboard.press('Tab');
  expect(await inEditor()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await inEditor()).toBe(true);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nconst twice = dot(query, query) * 2;');
  await page.keyboard.press('Tab');
  expect(await code()).toContain('\n  const twice');
  expect(await cell(page, first).evaluate((each) => each.classList.contains('stale'))).toBe(true);
  // Longer than the pause after which it would run.
  await page.waitForTimeout(900);
  expect(await drawn(page, first)).toEqual(before);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => cell(page, first).locator('.output .name').textContent()).toBe('twice');
  expect(await cell(page, first).locator('.output .text').textContent()).toBe(
    String(2 * dot([0.89, 0.3], [0.89, 0.3])),
  );
  expect(await said(page)).toBe('The cells have run.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await inEditor()).toBe(false);
});

test('a cell works by touch on a phone whose storage is refused, and its program is stopped by a button', async () => {
  const page = await openPage(chapter, {
    width: 360,
    touch: true,
    before: (fresh) =>
      fresh.addInitScript(() => {
        for (const name of ['getItem', 'setItem'] as const)
          Storage.prototype[name] = () => {
            throw new Error('refused');
          };
      }),
  });
  const listing = cell(page, 'all-queries').locator('> pre');
  // While blocks that come near are laid out, a tap may miss.
  await expect
    .poll(async () => {
      if (await listing.isVisible()) await listing.tap({ timeout: 1000 }).catch(() => {});
      return cell(page, 'all-queries').getByRole('textbox').count();
    })
    .toBe(1);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\nattend([[1, 0.3]], keys, values);');
  await cell(page, 'all-queries').locator('.run').tap();
  await expect.poll(() => drawn(page, 'all-queries')).toEqual(shown(attend([[1, 0.3]], keys, values).flat()));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const box = (await cell(page, 'all-queries').locator('.run').boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  await edit(page, 'all-queries');
  await page.keyboard.insertText('\nfor (;;);');
  const button = cell(page, 'all-queries').locator('.run');
  await expect.poll(() => button.textContent()).toBe('Stop');
  await button.tap();
  await expect.poll(() => cell(page, 'all-queries').locator('.error').textContent()).toMatch(/Stopped/);
  expect(await button.textContent()).toBe('Run');
});

test('a cell says what could not be fetched, stays as it was, and comes at the next try', async () => {
  const page = await openPage(chapter, { expectErrors: true });
  const parts = /\/_astro\/(notebook|editor|run-in-page)\./;
  await page.route(parts, (route) => route.abort());
  const run = cell(page, first).locator('.run');
  await run.click();
  await expect.poll(() => said(page)).toMatch(/^What runs and edits cells could not be fetched./);
  await page.unroute(parts);
  await page.route(/\/_astro\/(editor|run-in-page)\./, (route) => route.abort());
  await run.click();
  await expect.poll(() => said(page)).toMatch(/^What runs the cells could not be fetched./);
  expect(await drawn(page, first)).toEqual(scoresOf([0.89, 0.3]));
  await cell(page, first).locator('> pre').click();
  await expect.poll(() => said(page)).toMatch(/^The editor could not be fetched./);
  expect(await cell(page, first).locator('> pre').isVisible()).toBe(true);
  await page.unroute(/\/_astro\/(editor|run-in-page)\./);
  await run.click();
  await expect.poll(() => cell(page, first).locator('.took').textContent()).toMatch(/ms$/);
  await edit(page);
  expect(await said(page)).toBe('');
});

test('cells are whole without a script: code and outputs, and no button', async () => {
  const page = await openPage(chapter, { javaScript: false });
  expect(await drawn(page, first)).toEqual(scoresOf([0.89, 0.3]));
  expect(await page.locator('code-cell :is(button, summary):visible').count()).toBe(0);
  expect(await page.locator('code-cell .output').count()).toBe(await page.locator('code-cell').count());
});
