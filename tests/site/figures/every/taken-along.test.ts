import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharePage } from '../../site.ts';
import { figures } from './figures.ts';

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

describe.each(figures)('%s, taken along', (name) => {
  // Opened narrow and in the dark; the tests make room.
  const page = sharePage(`embed/${name}/`, { width: 320, colorScheme: 'dark' });

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
});
