import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, sharePage } from '../../site.ts';
import { chapters, htmlOf, others, schemas } from './figures.ts';

const figures = [...schemas, ['two-routes-window', schemas.get('two-routes')!] as const];
/** The first page that shows a figure among others. */
const chapterOf = (name: string): string => chapters.find((path) => htmlOf(path).includes(`id="figure-${name}"`))!;

function settingsIn(page: Page, name: string): Promise<string> {
  return page
    .locator(`#figure-${name}`)
    .evaluate((figure) =>
      JSON.stringify(
        [...figure.querySelectorAll<HTMLInputElement>('[data-field]')].map(({ type, checked, value }) =>
          type === 'radio' || type === 'checkbox' ? checked : value,
        ),
      ),
    );
}

describe.each([...new Set(figures.map(([name]) => chapterOf(name)))])('opened alone from /%s', (chapter) => {
  const page = sharePage(chapter);

  it.each(figures.filter(([name]) => chapterOf(name) === chapter))(
    '%s is the same figure, set as it was',
    async (name, schema) => {
      const fields = Object.keys(schema);
      const field = fields.find((field) => !['query', 'key'].includes(field)) ?? fields[0]!;
      const hash = `#${new URLSearchParams([[`${name}.${field}`, others(schema[field]!)[0]!]])}`;
      await page().evaluate((hash) => (location.hash = hash), hash);
      await page().waitForSelector(`[data-live] #figure-${name}`);
      await expect.poll(() => page().evaluate(() => location.hash)).toBe(hash);
      const link = page().locator(`#figure-${name} figure-share a`);
      await link.dispatchEvent('pointerdown');
      const href = (await link.getAttribute('href'))!;
      expect(href.endsWith(`/embed/${name}/${hash}`), href).toBe(true);
      const alone = await openPage(`embed/${name}/${hash}`);
      await alone.waitForSelector(`[data-live] #figure-${name}`);
      await expect.poll(() => settingsIn(alone, name)).toBe(await settingsIn(page(), name));
    },
  );
});
