import type { CDPSession, Page } from 'playwright-core';
import type { Control, Timing } from './site-recorder.ts';

/** One thing that a reader did, and what it took in one visit. */
export interface Act extends Timing {
  readonly figure: string;
  readonly act: string;
}

type Point = readonly [x: number, y: number];

/** What a reader points with. A finger does not hover: it reaches a place by pressing it. */
export interface Hand {
  readonly hovers: boolean;
  move(to: Point): Promise<void>;
  down(at: Point): Promise<void>;
  up(): Promise<void>;
}

export function mouse({ mouse }: Page): Hand {
  return {
    hovers: true,
    move: ([x, y]) => mouse.move(x, y),
    async down([x, y]) {
      await mouse.move(x, y);
      await mouse.down();
    },
    up: () => mouse.up(),
  };
}

export function finger(session: CDPSession): Hand {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y]) => ({ x, y })) });
  return {
    hovers: false,
    move: async (to) => void (await send('touchMove', [to])),
    down: async (at) => void (await send('touchStart', [at])),
    up: async () => void (await send('touchEnd', [])),
  };
}

/** Steps of a drag, one a frame where the page keeps up. */
const dragSteps = 10;
const frame = 16;

/** Milliseconds after which a page that still moves is left to it: a player plays on, a measurement measures on. */
const patience = 8_000;
/** What waits for a file waits longer. */
const longPatience = 30_000;

/** More than any figure has: a figure that makes controls without end is a fault. */
const mostControls = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Doing {
  readonly what: string;
  readonly perform: () => Promise<void>;
  /** The event that says that it was done to the figure, and not to what lies over it. */
  readonly heard: string;
}

/** What a reader can do with a control. */
function doingsWith({ kind, box, at }: Control, page: Page, hand: Hand): readonly Doing[] {
  const { x, y, width, height } = box;
  const middle: Point = [x + width / 2, y + height / 2];
  const within = (across: number, down: number): Point => [x + across * width, y + down * height];
  const keys = (what: string, ...pressed: string[]): Doing => ({
    what,
    heard: 'keydown',
    async perform() {
      await page.evaluate(() => recorder.focus());
      for (const key of pressed) await page.keyboard.press(key);
    },
  });
  const press = (what = 'press', at = middle): Doing => ({
    what,
    heard: 'click',
    async perform() {
      await hand.down(at);
      await hand.up();
    },
  });
  const over = async (from: Point, to: Point): Promise<void> => {
    for (let step = 1; step <= dragSteps; step++) {
      const share = step / dragSteps;
      await hand.move([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
      await pause(frame);
    }
  };
  const drag = (from: Point, to: Point, what = 'drag'): Doing => ({
    what,
    heard: 'pointerdown',
    async perform() {
      await hand.down(from);
      await over(from, to);
      // Let go in motion, a finger would send the page flying, and the next tap would only stop it.
      if (!hand.hovers) await pause(100);
      await hand.up();
    },
  });

  switch (kind) {
    case 'range': {
      const thumb = Math.min(12, width / 4);
      const along = (share: number): Point => [x + thumb + share * (width - 2 * thumb), middle[1]];
      return [
        drag(along(at), along(at < 0.5 ? 0.95 : 0.05)),
        keys('arrow keys', 'ArrowRight', 'ArrowRight', 'ArrowLeft'),
      ];
    }
    case 'choice':
    case 'button':
      return [press()];
    case 'check':
      return [press(), press('press again')];
    case 'fold':
      return [press('open'), press('close')];
    // On a phone the list is the system's own; what the page hears is the same.
    case 'select':
      return [keys('next', 'ArrowDown'), keys('one further', 'ArrowDown'), keys('back', 'ArrowUp')];
    case 'number':
      return [keys('up and down', 'ArrowUp', 'ArrowDown')];
    case 'text':
      return [keys('type', 'End', ' ', 't', 'o', 'o'), keys('enter', 'Enter')];
    case 'handle':
      return [
        drag(middle, [middle[0] + 30, middle[1] - 30]),
        keys('arrow keys', 'ArrowLeft', 'ArrowDown', 'ArrowDown'),
      ];
    case 'keys':
      return [keys('arrow keys', 'ArrowRight', 'ArrowDown', 'ArrowDown')];
    case 'drawing': {
      const across = drag(within(0.2, 0.5), within(0.9, 0.5), 'drag across');
      if (!hand.hovers) return [press(), across];
      return [{ what: 'point', heard: 'pointermove', perform: () => over(within(0.1, 0.1), within(0.9, 0.9)) }, across];
    }
  }
}

/** Once nothing is on its way over the network and the page is at rest. */
function traffic(page: Page): { waiting(): boolean } {
  const open = new Set<object>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return { waiting: () => open.size > 0 };
}

/**
 * Goes through every control of every figure of a page that stands loaded, once each, and
 * times each act. Controls that an act brings are gone through as well.
 *
 * @throws Where a figure vanishes, an act does not reach its figure, or a script of the page fails.
 */
export async function walk(page: Page, hand: Hand): Promise<Act[]> {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const network = traffic(page);
  const acts: Act[] = [];
  const address = new URL(page.url()).pathname;
  for (const figure of await page.evaluate(() => recorder.figures())) {
    await page.evaluate((name) => recorder.approach(name), figure);
    const used: string[] = [];
    for (;;) {
      const control = await page.evaluate(([name, gone]) => recorder.next(name, gone), [figure, used] as const);
      if (!control) break;
      used.push(control.name);
      if (used.length > mostControls) throw new Error(`${figure}: more than ${mostControls} controls.`);
      for (const { what, perform, heard } of doingsWith(control, page, hand)) {
        const act = `${control.name}: ${what}`;
        const fault = (message: string): Error => new Error(`${address}, ${figure}, ${act}: ${message}`);
        try {
          await page.evaluate((name) => recorder.begin(name), figure);
          await perform();
          for (let waited = 0; network.waiting() && waited < longPatience; waited += 100) await pause(100);
          const timing = await page.evaluate((most) => recorder.end(most), patience);
          if (!timing.heard.includes(heard)) throw new Error('The act did not reach the figure.');
          acts.push({ figure, act, ...timing });
        } catch (error) {
          throw fault((error as Error).message);
        }
        if (faults.length > 0) throw fault(faults.join(' '));
        if (new URL(page.url()).pathname !== address) throw fault('The act led away from the page.');
      }
    }
  }
  return acts;
}
