import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { openPage, type Visit } from '../site.ts';

/**
 * Opens a figure: alone on its page, or, where a width is asked for, on the first page that
 * shows it among others, since what it has room for depends on them.
 *
 * @param tag The figure's element.
 * @throws Error when no page shows it.
 */
export async function openFigure(tag: string, visit: Visit = {}): Promise<Page> {
  const folder = inject('folder');
  const path = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && file.startsWith('embed') === (visit.width === undefined))
    .toSorted()
    .find((file) => readFileSync(join(folder, file), 'utf8').match(`<${tag}[ >]`));
  if (path === undefined) throw new Error(`No page shows <${tag}>: embed it in a chapter.`);
  const page = await openPage(path.replace(/index\.html$/, ''), visit);
  await page.locator(`${tag} .figure`).scrollIntoViewIfNeeded();
  // A figure that waits behind a question is there for whoever asks.
  const covered = page.locator(`${tag} .predict-veil button`);
  if ((await covered.count()) > 0) await covered.click();
  return page;
}

/** Wakes a figure as a reader does, and waits until its script has taken it over. */
export async function touch(page: Page, tag: string): Promise<void> {
  await page.locator(`${tag} .title`).hover();
  await page.waitForSelector(`${tag}[data-live]`);
}

/** Every request for the model's weights from here on. */
export function modelRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/encoder/')) seen.push(request.url());
  });
  return seen;
}

/** How large the texts of a figure's drawings stand on the page, in pixels, the smallest and the largest. */
export function labelSizes(page: Page, tag: string): Promise<readonly [smallest: number, largest: number]> {
  return page.locator(`${tag} [data-drawing] svg text:visible`).evaluateAll((texts) => {
    const sizes = (texts as SVGTextElement[]).map((text) => {
      const { a, b } = text.getScreenCTM()!; // It may be turned.
      return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
    });
    return [Math.min(...sizes), Math.max(...sizes)] as const;
  });
}

/** From a figure's first control to the end of its read-out, in pixels: what a reader who changes it has to see at once. */
export function heightInUse(page: Page, tag: string): Promise<number> {
  return page.evaluate((host) => {
    const edge = (selector: string): DOMRect => document.querySelector(`${host} ${selector}`)!.getBoundingClientRect();
    return edge('.readout').bottom - edge('.controls').top;
  }, tag);
}
