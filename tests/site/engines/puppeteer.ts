import { launch, type LaunchOptions } from 'puppeteer-core';
import { chromiumOptions } from '../browser.ts';
import type { Candidate, Engine } from './engine.ts';
import { findProgram } from './find.ts';

async function open(options: LaunchOptions): Promise<Engine> {
  const browser = await launch({ headless: true, defaultViewport: { width: 1280, height: 800 }, ...options });
  const [page = await browser.newPage()] = await browser.pages();
  return {
    open: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    run: (script, ...args) => page.evaluate(script as (...args: unknown[]) => never, ...args),
    hover: (selector) => page.hover(selector),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    async type(selector, text) {
      await page.focus(selector);
      await page.$eval(selector, (box) => (box as HTMLInputElement).select());
      await page.keyboard.type(text);
    },
    close: () => browser.close(),
  };
}

/** The browser of all other tests: the answers of the others are held against its own. */
export async function openChromium(downloads: string): Promise<Engine> {
  return open({
    ...(await chromiumOptions()),
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
}

export const firefox: Candidate = {
  name: 'Firefox',
  find() {
    const executablePath =
      process.env['FIREFOX_PATH'] ??
      findProgram('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox');
    if (!executablePath) return { missing: 'no firefox-esr or firefox was found' };
    return {
      launch: (downloads) =>
        open({
          browser: 'firefox',
          executablePath,
          extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
        }),
    };
  },
};
