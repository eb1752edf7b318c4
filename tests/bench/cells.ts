import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../site/browser.ts';
import { median } from './measure.ts';
import { serveSite } from './site-server.ts';

const visits = 7;
const runsInOne = 7;
const goals = { 'first run after a touch': 300, 'run of the whole page': 100 } as const;

/** `npm run bench cells [-- --dist folder]`: how long a reader of the code chapter waits for its cells. */
export async function cellsBench(flags: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...flags], options: { dist: { type: 'string' } } });
  const folder = resolve(values.dist ?? 'dist');
  if (!values.dist) await build({ root: resolve('.'), outDir: folder, logLevel: 'error' });
  const site = await serveSite(folder);
  const browser = await launchBrowser();
  try {
    const measured: number[][] = [];
    for (let visit = 0; visit < visits; visit++)
      measured.push(await pressRun(browser, `${site.address}attention/code/`));
    const times = {
      'first run after a touch': median(measured.map(([first]) => first!)),
      'run of the whole page': median(measured.flatMap(([, ...again]) => again)),
    };
    console.log(
      `cells of attention/code/ on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Chromium ${browser.version()}; medians of ${visits} visits`,
    );
    for (const [name, goal] of Object.entries(goals)) {
      const time = times[name as keyof typeof goals];
      console.log(`${time.toFixed(0).padStart(6)} ms  ${name}: ${time <= goal ? 'within' : 'over'} ${goal} ms`);
    }
  } finally {
    await browser.close();
    site.close();
  }
}

/** Presses the first cell's button in a browser that has never seen the page, then again and again: milliseconds to the last output. */
async function pressRun(browser: Browser, address: string): Promise<number[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(() => customElements.get('code-cell'));
    const times: number[] = [];
    for (let run = 0; run < runsInOne; run++)
      times.push(
        await page.evaluate(async () => {
          const cell = document.querySelector('code-cell')!;
          const said = cell.querySelector('.said')!;
          const start = performance.now();
          const over = new Promise<string>((resolve) => {
            new MutationObserver(() => said.textContent && resolve(said.textContent)).observe(said, {
              childList: true,
            });
          });
          cell.querySelector<HTMLElement>('.run')!.click();
          const text = await over;
          if (text !== 'The cells have run.') throw new Error(text);
          return performance.now() - start;
        }),
      );
    return times;
  } finally {
    await context.close();
  }
}
