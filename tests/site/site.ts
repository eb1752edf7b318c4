import { globSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { listen } from './traffic.ts';

/** Every page but the figures that stand alone, by its path. */
export const pages = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
/** Every lesson in its registers, without the overview. */
export const chapters = globSync('content/lessons/*/*.mdx')
  .filter((path) => basename(path) !== 'index.mdx')
  .map((path) => path.replace(/^content\/lessons\/(.*)\.mdx$/, '$1/'))
  .toSorted();

/**
 * How many times slower the browser is than this machine. What a test reads before the page has answered shows with
 * `SLOW_BROWSER=4`, and not only on a busy day.
 */
const slowness = Number(process.env['SLOW_BROWSER'] || 1);

/** Started by the first test of a worker, and used by all: what a visit leaves behind is taken away. */
let browser: Promise<Browser> | undefined;
const open: Page[] = [];
const complaints: string[] = [];
/** Pages at rest, by what they were opened with: to begin one takes a browser longer than to load most of the site. */
const resting = new Map<string, Page[]>();
/** How each page at work was opened; those of which something would stay are not among them. */
const kinds = new WeakMap<Page, string>();

async function browserAtHand(): Promise<Browser> {
  // An attack of a cell may have ended it.
  if (browser && !(await browser).isConnected()) {
    browser = undefined;
    resting.clear();
  }
  return (browser ??= launchBrowser());
}

/** Closes what a test opened; a script that threw, or that the policy stopped, fails the test it happened in. */
export async function leave(): Promise<void> {
  await Promise.all(open.splice(0).map(rest));
  expect(complaints.splice(0)).toEqual([]);
}

/** Makes a page as it was before anybody saw it, for the next visit, or closes it. */
async function rest(page: Page): Promise<void> {
  const kind = kinds.get(page);
  page.removeAllListeners();
  if (kind === undefined || page.isClosed()) return page.context().close();
  try {
    const context = page.context();
    await Promise.all(context.pages().map((each) => (each === page ? undefined : each.close())));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // By the page itself: what the browser takes away of these from outside may go when the next page has begun.
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    await context.setOffline(false);
    await context.clearPermissions();
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(inject('site')).origin,
      storageTypes: 'cookies,file_systems,indexeddb,service_workers,cache_storage',
    });
    await session.detach();
    resting.set(kind, [...(resting.get(kind) ?? []), page]);
  } catch {
    await page.context().close();
  }
}

export interface Visit {
  readonly width?: number;
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly touch?: boolean;
  /** Whether the site may keep itself for when there is no connection: where it does, requests are no longer the page's own. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Errors on the page are part of what is tested. */
  readonly expectErrors?: boolean;
  /** Called before the page loads, to answer requests in the server's place. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** The test sets the page's clock, or what else would stay with it. */
  readonly alone?: boolean;
}

/**
 * Opens a page of the built site in a browser that has never seen it.
 *
 * @param path Under the site's base, without a slash before it: `attention/code/`.
 */
export async function openPage(path: string, visit: Visit = {}): Promise<Page> {
  const page = await openFresh(path, visit);
  open.push(page);
  return page;
}

/** A page for a group of tests, opened once: each test finds it as the one before left it. */
export function sharePage(path: string, visit: Visit = {}): () => Page {
  let page: Page;
  beforeAll(async () => {
    page = await openFresh(path, visit);
  });
  afterAll(() => rest(page));
  return () => page;
}

async function openFresh(path: string, visit: Visit): Promise<Page> {
  const { width = 1280, colorScheme = 'light', reducedMotion = 'no-preference' } = visit;
  const page = await pageFor(visit);
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion, media: null, forcedColors: null, contrast: null });
  if (!visit.expectErrors) {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }
  listen(page);
  await visit.before?.(page);
  await page.goto(inject('site') + path.replace(/^\//, ''), { waitUntil: 'load' });
  return page;
}

/** A page at rest, or a new one. */
async function pageFor(visit: Visit): Promise<Page> {
  const { javaScript = true, touch = false, serviceWorkers = 'block' } = visit;
  const isHandedOn = !visit.before && !visit.expectErrors && !visit.alone && serviceWorkers === 'block';
  const atHand = await browserAtHand();
  const kind = JSON.stringify({ javaScript, touch });
  const rested = isHandedOn ? resting.get(kind)?.pop() : undefined;
  if (rested) return rested;
  const context = await atHand.newContext({ javaScriptEnabled: javaScript, hasTouch: touch, serviceWorkers });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000 * slowness);
  if (isHandedOn) kinds.set(page, kind);
  if (slowness > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await context.route('**/_astro/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 100 * slowness));
      await route.continue();
    });
  }
  return page;
}

/** Scrolls from the top to the end, so that every part has been in sight and is drawn. */
export function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight * 0.9) {
      scrollTo({ top, behavior: 'instant' });
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    }
  });
}

/** Resolves when letters have come, nothing scrolls, and what is laid out as it comes into sight has its height. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const stand = (): string => `${scrollY} ${document.documentElement.scrollHeight}`;
    for (let [before, same] = ['', 0]; same < 4; before = stand()) {
      await new Promise(requestAnimationFrame);
      same = stand() === before ? same + 1 : 0;
    }
  });
}

/** Windows from a small phone to a wide desk: at each a page may be arranged in another way. */
export const widths = [360, 700, 768, 1024, 1280, 1440] as const;

/** Gives the window another width, and waits until what is drawn for it is there. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await settled(page);
}
