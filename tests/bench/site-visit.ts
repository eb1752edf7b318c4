import type { Browser, CDPSession, Page } from 'playwright-core';
import { measureLoad, type Load } from './site-load.ts';
import { installRecorder } from './site-recorder.ts';
import { finger, mouse, walk, type Act, type Hand } from './site-walk.ts';

export interface Visit {
  readonly load: Load | undefined;
  readonly acts: readonly Act[];
}

/** WebPageTest's “4G”: 9 Mbit/s either way, a round trip of 170 ms. */
const mobileNetwork = { offline: false, latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

async function inPage<T>(
  browser: Browser,
  throttle: number,
  measure: (page: Page, session: CDPSession, hand: Hand) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...(throttle > 1 ? phone : desk), serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(installRecorder);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    if (throttle > 1) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', mobileNetwork);
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    }
    return await measure(page, session, throttle > 1 ? finger(session) : mouse(page));
  } finally {
    await context.close();
  }
}

/** Opens a page as one who has never seen it, twice: to load it and look through it, and to use all of it. */
export async function visit(browser: Browser, address: string, throttle: number): Promise<Visit> {
  const load = await inPage(browser, throttle, async (page, session, hand) => {
    if (throttle === 1) return undefined;
    await page.goto(address);
    return measureLoad(page, session, hand);
  });
  const acts = await inPage(browser, throttle, async (page, _, hand) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => recorder.atRest(10_000));
    return walk(page, hand);
  });
  return { load, acts };
}
