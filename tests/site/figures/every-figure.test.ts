import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { AnyFigure } from '../../../components/figure/definition.ts';
import type { Field, Schema } from '../../../components/figure/state/fields.ts';
import { openPage, sharePage } from '../site.ts';

const figures = readdirSync('components/figures').toSorted();
const schemas = new Map<string, Schema>();
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

/** What a figure says: its drawings, its read-out, its numbers. */
function told(page: Page): Promise<string> {
  return page.evaluate(() => {
    const written = ({ nodeName, attributes }: Element): string =>
      [nodeName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' ');
    const drawings = [...document.querySelectorAll('.figure [data-drawing] svg')]
      .filter((svg) => svg.getClientRects().length > 0)
      // The build writes attributes in another order than a browser.
      .flatMap((svg) => [svg.textContent, ...[...svg.querySelectorAll('*')].map(written)]);
    const texts = [...document.querySelectorAll('.figure :is(.readout, .numbers table)')].map(
      (part) => part.textContent,
    );
    return [...drawings, ...texts].join('\n');
  });
}

async function saved(page: Page, kind: 'svg' | 'png' | 'csv' | 'json'): Promise<{ name: string; content: Buffer }> {
  if (!(await page.locator('figure-share details').getAttribute('open'))) await openShare(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-share=${kind}]`).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

const openShare = (page: Page): Promise<void> =>
  page.locator('figure-share details').evaluate((details: HTMLDetailsElement) => void (details.open = true));

/** The lines of a file of comma-separated values, as a spreadsheet reads them. */
function linesOf(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) => quoted ?? plain!),
    );
}

/** Chapters and other pages; on each figure's own page, `built.test.ts` reads what stands there without a script. */
const chapters = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
  .map((file) => file.replace(/index\.html$/, ''));

it('every figure is to be seen without a script, where a page shows it, and offers nothing that needs one', async () => {
  const found = new Set<string>();
  for (const chapter of chapters) {
    const page = await openPage(chapter, { javaScript: false });
    const seen = await page.locator('.figure').evaluateAll((all) =>
      all.map((figure) => {
        const visible = (selector: string) =>
          [...figure.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0).length;
        return {
          id: figure.id,
          drawn: visible('svg') + figure.querySelectorAll('table').length,
          buttons: visible('.share button'),
        };
      }),
    );
    for (const { id, drawn, buttons } of seen) {
      expect(drawn, id).toBeGreaterThan(0);
      expect(buttons, id).toBe(0);
      found.add(id);
    }
  }
  expect([...found]).toEqual(expect.arrayContaining(figures.map((name) => `figure-${name}`)));
});

describe.each(figures)('%s, alone on a page', (name) => {
  // Opened narrow and in the dark, for the first test; the others make room.
  const page = sharePage(`embed/${name}/`, { width: 320, colorScheme: 'dark' });

  // That it keeps the rules of access is tested where its chapter shows it.
  it('fits a frame of 320 pixels', async () => {
    expect(await page().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('is saved as a drawing that stands alone, with every word that stands around it, and as a picture twice as fine', async () => {
    await page().setViewportSize({ width: 1280, height: 800 });
    await page().emulateMedia({ colorScheme: 'light' });
    const { name: file, content } = await saved(page(), 'svg');
    expect(file).toBe(`${name}.svg`);
    expect(String(content)).not.toMatch(/var\(|light-dark|oklab|class=|NaN/);
    const read = await page().evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
      const [width, height] = ['width', 'height'].map((side) => Number(root.getAttribute(side)));
      const seen = document.createTreeWalker(document.querySelector('.figure')!, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      while (seen.nextNode()) {
        const around = seen.currentNode.parentElement!;
        if (around.closest('.controls, figcaption, details, .visually-hidden, .katex-mathml, option, .walk, style'))
          continue;
        if (around.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          words.push(...seen.currentNode.textContent!.split(/\s+/).filter(Boolean));
      }
      const said = [...root.querySelectorAll('text')]
        .map((each) => each.textContent)
        .join('')
        .replaceAll(/\s/g, '');
      return {
        root: root.nodeName,
        size: [width!, height!] as const,
        shapes: root.querySelectorAll('rect, path, line, circle, text').length,
        missing: [...new Set(words.filter((word) => !said.includes(word)))],
        isInside: [...root.querySelectorAll(':scope > text')].every((each) => Number(each.getAttribute('y')) < height!),
      };
    }, String(content));
    expect(read).toMatchObject({ root: 'svg', missing: [], isInside: true });
    expect(read.shapes).toBeGreaterThan(5);
    const picture = await saved(page(), 'png');
    expect(picture.name).toBe(`${name}.png`);
    expect([picture.content.readUInt32BE(16), picture.content.readUInt32BE(20)]).toEqual(
      read.size.map((side) => 2 * side),
    );
  });

  it('is saved as numbers in full, those that its tables round', async () => {
    const { name: file, content } = await saved(page(), 'csv');
    expect(file).toBe(`${name}.csv`);
    const [head, ...rows] = linesOf(String(content));
    expect(rows.length).toBeGreaterThan(1);
    expect(head!.every((title) => title !== '')).toBe(true);
    for (const row of rows) expect(row, row.join()).toHaveLength(head!.length);
    const { tables, ...about } = JSON.parse(String((await saved(page(), 'json')).content)) as {
      readonly tables: readonly { readonly values: readonly (readonly (string | number)[])[] }[];
    };
    expect(about).toMatchObject({
      figure: name,
      title: (await page().locator('.figure .title').textContent())!.trim(),
    });
    const numbers = tables.flatMap(({ values }) => values.flat());
    const inFile = rows.flat();
    for (const value of numbers) expect(inFile).toContain(String(value));
    const listed = await page()
      .locator('.numbers .scroll > table')
      .evaluateAll((all) =>
        (all as HTMLTableElement[]).map((table) =>
          [...table.tBodies[0]!.rows].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
        ),
      );
    listed.forEach((table, at) =>
      table.forEach((row, line) =>
        row.forEach((text, column) => {
          const decimals = /^[−-]?\d+(?:\.(\d+))?$/.exec(text)?.[1]?.length ?? 0;
          const value = Number(tables[at]!.values[line]![column]);
          if (/^[−-]?[\d.]+$/.test(text))
            expect(Math.abs(Number(text.replace('−', '-')) - value)).toBeLessThanOrEqual(0.5001 * 10 ** -decimals);
        }),
      ),
    );
  });

  it('is cited with the link of what is shown, in a menu that is small on a phone', async () => {
    await page().setViewportSize({ width: 360, height: 740 });
    const share = page().locator('figure-share');
    expect((await share.boundingBox())!.height).toBeGreaterThan(100);
    expect((await share.boundingBox())!.height).toBeLessThan(200);
    await page().locator('[data-share=cite]').click();
    const entry = share.locator('textarea');
    await expect.poll(() => entry.inputValue()).toContain(`embed/${name}/#figure-${name}}`);
    expect(await entry.inputValue()).toMatch(/^@misc\{[\s\S]*\n\}$/);
    expect(await entry.isVisible()).toBe(true);
    await share.locator('summary').click();
    expect((await share.boundingBox())!.height).toBeLessThan(60);
  });

  it('has one heading, its title in words, and drawings that lead to their numbers', async () => {
    const title = (await page().locator('.figure .title').textContent())!.trim();
    expect(await page().locator('h1').count()).toBe(1);
    expect(await page().locator(':is(h1, h2).title').count()).toBe(1);
    if (schemas.has(name)) expect(await page().title()).toMatch(new RegExp(`^${title.replaceAll(/[^\\w ]/g, '.')} · `));
    const astray = await page()
      .locator('[aria-details]')
      .evaluateAll((all) => all.filter((each) => !document.getElementById(each.getAttribute('aria-details')!)).length);
    expect(astray).toBe(0);
  });

  it('keeps the focus whatever is pressed', async () => {
    await page().reload();
    const buttons = page().locator('.figure button:visible:not([aria-disabled=true])');
    for (let at = 0; at < (await buttons.count()); at++) {
      const button = buttons.nth(at);
      const said = await button.textContent();
      await button.focus();
      await page().keyboard.press('Enter');
      await page().waitForTimeout(60);
      expect(await page().evaluate(() => document.activeElement === document.body), said!.trim()).toBe(false);
    }
  });

  it('can be gone through by keyboard, and left', async () => {
    await page().reload();
    const stops = new Set<string>();
    for (let press = 0; press < 90; press++) {
      await page().keyboard.press('Tab');
      const stop = await page().evaluate(() => {
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
    expect(stops.size).toBeGreaterThan(2);
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
    /** Goes back to no settings, and waits until all of that is drawn. */
    const goBack = async (): Promise<string> => {
      await go('');
      await expect.poll(async () => settings(await shown(page))).toBe(before);
      let last = '';
      await expect.poll(async () => last === (last = await shown(page)), { interval: 100 }).toBe(true);
      return last;
    };
    const linkOf = (field: string, value: string): string => `#${new URLSearchParams([[`${name}.${field}`, value]])}`;
    /** Follows links to a field's values until one changes the figure: a value may be what it chooses by itself. */
    const change = async (field: string): Promise<string> => {
      for (const value of others(schema[field]!).slice(0, 3)) {
        const from = await goBack();
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
      }
      throw new Error(`No link to another ${field} changes the figure.`);
    };
    // Draws the default as the script does, which the build may have drawn in another way.
    const fields = Object.keys(schema);
    for (const field of fields) await change(field);
    await goBack();
    // The numbers follow when the reader's hand rests.
    let usual = '';
    await expect.poll(async () => usual === (usual = await told(page)), { interval: 400 }).toBe(true);

    for (const field of fields) {
      const link = await change(field);
      expect(await page.locator('.figure .unread').isVisible(), link).toBe(false);
      await page.waitForTimeout(400);
      expect(await page.evaluate(() => location.hash)).toBe(link);
      if (field !== fields[0]) continue;
      // A page that opens at a link and one that hears of it later take the same way; once is enough.
      const kept = settings(await shown(page));
      await page.reload();
      await expect.poll(async () => settings(await shown(page)), { message: link }).toBe(kept);
    }
    await goBack();
    await expect.poll(async () => (await told(page)) === usual).toBe(true);
  });
});

describe.each([...schemas, ['two-routes-window', schemas.get('two-routes')!] as const])(
  '%s, opened alone from its chapter',
  (name, schema) => {
    it('is the same figure, set as it was', async () => {
      const chapter = chapters.find((path) =>
        readFileSync(`${inject('folder')}/${path}${path.endsWith('.html') ? '' : 'index.html'}`, 'utf8').includes(
          `id="figure-${name}"`,
        ),
      )!;
      const settingsIn = (page: Page): Promise<string> =>
        page
          .locator(`#figure-${name}`)
          .evaluate((figure) =>
            JSON.stringify(
              [...figure.querySelectorAll<HTMLInputElement>('[data-field]')].map(({ type, checked, value }) =>
                type === 'radio' || type === 'checkbox' ? checked : value,
              ),
            ),
          );
      const fields = Object.keys(schema);
      const field = fields.find((field) => !['query', 'key'].includes(field)) ?? fields[0]!;
      const hash = `#${new URLSearchParams([[`${name}.${field}`, others(schema[field]!)[0]!]])}`;
      const page = await openPage(chapter + hash);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
      await page.waitForSelector(`[data-live] #figure-${name}`);
      const link = page.locator(`#figure-${name} figure-share a`);
      await link.dispatchEvent('pointerdown');
      const href = (await link.getAttribute('href'))!;
      expect(href.endsWith(`/embed/${name}/${hash}`), href).toBe(true);
      const alone = await openPage(`embed/${name}/${hash}`);
      await alone.waitForSelector(`[data-live] #figure-${name}`);
      await expect.poll(() => settingsIn(alone)).toBe(await settingsIn(page));
    });
  },
);
