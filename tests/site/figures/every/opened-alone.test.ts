import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../site.ts';
import { chapters, htmlOf, others, schemas } from './figures.ts';

describe.each([...schemas, ['two-routes-window', schemas.get('two-routes')!] as const])(
  '%s, opened alone from its chapter',
  (name, schema) => {
    it('is the same figure, set as it was', async () => {
      const chapter = chapters.find((path) => htmlOf(path).includes(`id="figure-${name}"`))!;
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
