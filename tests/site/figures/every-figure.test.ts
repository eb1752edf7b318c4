import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AnyFigure } from '../../../components/figure/definition.ts';
import type { Field, Schema } from '../../../components/figure/state/fields.ts';
import { openPage } from '../site.ts';

const figures = readdirSync('components/figures').toSorted();
const schemas = new Map<string, Schema>();
for (const [path, module] of Object.entries(
  import.meta.glob<{ state: Schema }>('../../../components/figures/*/state.ts', { eager: true }),
))
  schemas.set(path.split('/').at(-2)!, module.state);
for (const [path, { default: figure }] of Object.entries(
  import.meta.glob<{ default: AnyFigure }>('../../../components/figures/*/figure.ts', { eager: true }),
))
  schemas.set(path.split('/').at(-2)!, figure.state as Schema);

/** Values other than the default, as an address writes them. */
function others({ fallback, read, write, names = [] }: Field<unknown>): string[] {
  const usual = write(fallback);
  const texts = [
    ...names,
    'The old bank is high',
    '2',
    '1',
    '3',
    '0',
    '0.5',
    '1.5',
    '-1',
    usual.replace(/^-?[\d.]+/, '0.3'),
    usual.replace(/^-?[\d.]+/, '1'),
  ];
  const found = texts.filter((text) => text !== usual && read(text) !== undefined);
  if (found.length === 0) throw new Error(`No text was found that this field reads as another value than ${usual}.`);
  return found;
}

/** All that a reader can see of a figure, the settings of its controls included. */
function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.figure :is(input, select)')];
    const set = controls.map((control) =>
      control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)
        ? control.checked
        : control.value,
    );
    return `${document.querySelector('.figure')!.parentElement!.innerHTML.replace(/ data-live(="")?/g, '')} ${JSON.stringify(set)}`;
  });
}

async function saved(page: Page, kind: 'svg' | 'csv'): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-share=${kind}]`).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), 'utf8') };
}

describe.each(figures)('%s, alone on a page', (name) => {
  it('is whole without a script: its badge, a drawing or a table, its caption, its numbers, the way back', async () => {
    const page = await openPage(`embed/${name}/`, { javaScript: false });
    await expect
      .poll(() => page.locator('.figure > header .badge').getAttribute('data-badge'))
      .toMatch(/^(trained|computed|hand-set|seeded random|measured)$/);
    expect(await page.locator('.figure').getAttribute('id')).toBe(`figure-${name}`);
    expect(await page.locator('.figure svg:visible, .figure table').count()).toBeGreaterThan(0);
    expect((await page.locator('figcaption').textContent())!.trim().length).toBeGreaterThan(40);
    expect(await page.locator('.figure table td').count()).toBeGreaterThan(3);
    expect(await page.locator('.origin a').getAttribute('href')).toMatch(/^\/x\//);
    expect(await page.locator('.share button:visible').count()).toBe(0);
  });

  // That it keeps the rules of access is tested where its chapter shows it.
  it('fits a frame of 320 pixels', async () => {
    const page = await openPage(`embed/${name}/`, { width: 320, colorScheme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('can be gone through by keyboard, and left', async () => {
    const page = await openPage(`embed/${name}/`);
    const stops = new Set<string>();
    for (let press = 0; press < 90; press++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement!;
        return element === document.body
          ? 'body'
          : element.closest('.origin')
            ? 'origin'
            : String([...document.querySelectorAll('*')].indexOf(element));
      });
      stops.add(stop);
      if (stop === 'origin') break;
    }
    expect(stops).toContain('origin');
    expect(stops.size).toBeGreaterThan(3);
  });

  it('is saved as a drawing that stands alone, and as numbers', async () => {
    const page = await openPage(`embed/${name}/`);
    if ((await page.locator('.figure svg:visible, .figure canvas:visible').count()) > 0) {
      const { name: file, content } = await saved(page, 'svg');
      expect(file).toBe(`${name}.svg`);
      expect(content).not.toMatch(/var\(|light-dark|oklab|class=/);
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          root: parsed.documentElement.nodeName,
          shapes: parsed.querySelectorAll('rect, path, line, circle, text').length,
          words: parsed.documentElement.textContent,
        };
      }, content);
      expect(read.root).toBe('svg');
      expect(read.shapes).toBeGreaterThan(5);
      expect(read.words).toContain((await page.locator('.figure .title').textContent())!.trim());
    }
    const { name: file, content } = await saved(page, 'csv');
    expect(file).toBe(`${name}.csv`);
    expect(content.split('\r\n').filter((line) => line.includes(',')).length).toBeGreaterThan(2);
  });
});

describe.each([...schemas])('%s, from a link', (name, schema) => {
  it('says what it could not read, and is as by default', async () => {
    const page = await openPage(`embed/${name}/#${name}.nonsense=1&${name}.${Object.keys(schema)[0]}=%00`);
    await expect.poll(() => page.locator('.figure .unread').textContent()).toContain('“nonsense=1”');
    expect(await page.locator('.figure .unread').isVisible()).toBe(true);
  });

  it('comes back as it was, in each of its settings, and goes back', async () => {
    const page = await openPage(`embed/${name}/`);
    const settings = (text: string): string => text.slice(text.lastIndexOf('['));
    const before = settings(await shown(page));
    const go = (hash: string): Promise<string> => page.evaluate((to) => (location.hash = to), hash);
    const goBack = async (): Promise<void> => {
      await go('');
      await expect.poll(async () => settings(await shown(page))).toBe(before);
    };
    const linkOf = (field: string, value: string): string => `#${new URLSearchParams([[`${name}.${field}`, value]])}`;
    /** Follows links to a field's values until one changes the figure: a value may be what it chooses by itself. */
    const change = async (field: string, from: string): Promise<string> => {
      await expect.poll(() => shown(page)).toBe(from);
      for (const value of others(schema[field]!).slice(0, 3)) {
        const link = linkOf(field, value);
        await go(link);
        const isChanged = expect.poll(async () => (await shown(page)) !== from, { timeout: 3000 }).toBe(true);
        if (
          await isChanged.then(
            () => true,
            () => false,
          )
        )
          return link;
        await goBack();
      }
      throw new Error(`No link to another ${field} changes the figure.`);
    };
    // The default as the script draws it, which the build may have drawn in another way.
    const fields = Object.keys(schema);
    await change(fields[0]!, await shown(page));
    await goBack();
    await page.waitForTimeout(400);
    const usual = await shown(page);

    for (const field of fields) {
      const link = await change(field, usual);
      expect(await page.locator('.figure .unread').isVisible(), link).toBe(false);
      const kept = settings(await shown(page));
      await page.waitForTimeout(400);
      expect(await page.evaluate(() => location.hash)).toBe(link);
      // A page that opens at a link and one that hears of it later take the same way; once is enough.
      if (field === fields[0]) await page.reload();
      await expect.poll(async () => settings(await shown(page)), { message: link }).toBe(kept);
      await goBack();
    }
  });
});
