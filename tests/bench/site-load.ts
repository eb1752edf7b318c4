import type { CDPSession, Page } from 'playwright-core';
import type { Recorder } from './site-recorder.ts';
import type { Hand } from './site-walk.ts';

/** What it is to open a page, and to look through it. */
export interface Load {
  /** Largest contentful paint, ms. */
  readonly lcp: number;
  /** Of every long task until the page is at rest, what is over 50 ms, summed. */
  readonly blocked: number;
  /** Shifts of layout while it loads. */
  readonly shiftLoading: number;
  /** While a reader scrolls to its end. */
  readonly shiftScrolling: number;
  /** After the first touch of a figure, of the figure where it is the largest. */
  readonly shiftTouching: number;
  readonly elements: number;
  /** Elements that have a box, those that the browser may skip until they are near left out. */
  readonly laidOut: number;
  /** All that layout keeps, text and boxes without an element included. */
  readonly layoutObjects: number;
}

type Shift = ReturnType<Recorder['shifts']>[number];

/** The largest burst of shifts: less than a second between two, five seconds at most in all. */
export function cumulativeShift(shifts: readonly Shift[]): number {
  let [largest, sum, start, last] = [0, 0, -Infinity, -Infinity];
  for (const { value, at } of shifts) {
    if (at - last >= 1_000 || at - start >= 5_000) [sum, start] = [0, at];
    sum += value;
    last = at;
    largest = Math.max(largest, sum);
  }
  return largest;
}

const patience = 10_000;

/** Measures a page that has just been told to load, scrolls through it and touches each figure's title. */
export async function measureLoad(page: Page, session: CDPSession, hand: Hand): Promise<Load> {
  await page.waitForLoadState('networkidle');
  await page.evaluate((most) => recorder.atRest(most), patience);
  const load = await page.evaluate(() => recorder.load());
  const { metrics } = await session.send('Performance.getMetrics');
  const layoutObjects = metrics.find(({ name }) => name === 'LayoutObjects')!.value;

  const shifts = (): Promise<Shift[]> => page.evaluate(() => recorder.shifts());
  const loading = await shifts();
  // In steps of half a window, as a reader does.
  await page.evaluate(async () => {
    const step = innerHeight / 2;
    for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate((most) => recorder.atRest(most), patience);
  const scrolled = await shifts();

  let touching = 0;
  for (const title of await page.locator('.figure > header .title').all()) {
    await title.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.evaluate((most) => recorder.atRest(most), patience);
    const before = (await shifts()).length;
    const box = (await title.boundingBox())!;
    await hand.down([box.x + Math.min(20, box.width / 2), box.y + box.height / 2]);
    await hand.up();
    await page.evaluate((most) => recorder.atRest(most), patience);
    await page.waitForLoadState('networkidle');
    await page.evaluate((most) => recorder.atRest(most), patience);
    touching = Math.max(touching, cumulativeShift((await shifts()).slice(before)));
  }
  const unasked = (all: readonly Shift[]): Shift[] => all.filter(({ asked }) => !asked);
  const { lcp, blocked, elements, laidOut } = load;
  return {
    lcp,
    blocked,
    shiftLoading: cumulativeShift(unasked(loading)),
    shiftScrolling: cumulativeShift(unasked(scrolled.slice(loading.length))),
    shiftTouching: touching,
    elements,
    laidOut,
    layoutObjects,
  };
}
