import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { measureLoad } from '../bench/site-load.ts';
import { installRecorder } from '../bench/site-recorder.ts';
import { mouse, walk, type Act } from '../bench/site-walk.ts';
import { openPage } from './site.ts';

/** A page that holds nothing but this, brought to life by a script. */
async function pageWith(main: string, script: (first: HTMLElement) => void = () => undefined): Promise<Page> {
  const page = await openPage('made/', {
    expectErrors: true,
    before: async (page) => {
      await page.addInitScript(installRecorder);
      await page.route('**/made/', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Made</title><main>${main}</main>` }),
      );
    },
  });
  await page.locator('main > :first-child').evaluate(script as (element: SVGElement | HTMLElement) => void);
  return page;
}

const figure = (inside: string): string =>
  `<figure class="figure" id="figure-made">${inside}<p class="readout">Nothing yet</p></figure>`;

const walked = async (page: Page): Promise<Act[]> => walk(page, mouse(page));
const names = (acts: readonly Act[]): string[] => acts.map(({ figure, act }) => `${figure}, ${act}`);

describe('a walk through every control', () => {
  test('finds them by what they are, and does with each what a reader can', async () => {
    const page = await pageWith(
      figure(`<input type="range" name="d"><label><input type="radio" name="layer" value="0" checked>0</label>
        <label><input type="radio" name="layer" value="1">1</label><select name="row"><option>a<option>b</select>
        <input type="text" name="sentence"><button type="button" data-share="svg">SVG</button>
        <button type="button" disabled>Stop</button><div tabindex="0" class="map">map</div>
        <svg width="100" height="80"></svg><details><summary>The numbers</summary>1</details>
        <button type="button" hidden>Later</button>`),
    );
    expect(names(await walked(page))).toEqual([
      'made, input range d: drag',
      'made, input range d: arrow keys',
      'made, input radio layer 1: press',
      // Once another is chosen, the first can be chosen again.
      'made, input radio layer 0: press',
      'made, select row: next',
      'made, select row: one further',
      'made, select row: back',
      'made, input text sentence: type',
      'made, input text sentence: enter',
      'made, div map: arrow keys',
      'made, svg in figure: point',
      'made, svg in figure: drag across',
      'made, summary: open',
      'made, summary: close',
    ]);
  });

  test('goes on to what an act brings', async () => {
    const page = await pageWith(figure('<button type="button">More</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => figure.append(document.createElement('select'));
    });
    expect(names(await walked(page))).toEqual([
      'made, button button: press',
      'made, select: next',
      'made, select: one further',
      'made, select: back',
    ]);
  });

  test('comes near a figure before it looks for controls', async () => {
    const page = await pageWith(figure(''), (figure) => {
      figure.style.marginTop = '3000px';
      const near = new IntersectionObserver(([entry]) => {
        if (!entry!.isIntersecting) return;
        near.disconnect();
        figure.append(document.createElement('select'));
      });
      near.observe(figure);
    });
    expect(names(await walked(page))).toHaveLength(3);
  });

  test('goes through what stands outside of a figure under the name of its element', async () => {
    const page = await pageWith('<predict-first data-name="guess"><button type="button">See</button></predict-first>');
    expect(names(await walked(page))).toEqual(['predict-first guess, button button: press']);
  });

  test('waits for the frame after an act was handled, and for its answer', async () => {
    const page = await pageWith(figure('<button type="button">Work</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => {
        const end = performance.now() + 200;
        while (performance.now() < end);
        setTimeout(() => (figure.querySelector('.readout')!.textContent = 'Done'), 120);
      };
    });
    const [act] = await walked(page);
    expect(act!.ms).toBeGreaterThanOrEqual(200);
    expect(act!.answer).toBeGreaterThanOrEqual(320);
  });

  test('waits for a worker that was asked, longer than a page rests', async () => {
    const page = await pageWith(figure('<button type="button">Ask</button>'), (figure) => {
      const code = 'onmessage = () => setTimeout(() => postMessage(0), 600)';
      const worker = new Worker(`data:text/javascript,${encodeURIComponent(code)}`);
      worker.onmessage = () => (figure.querySelector('.readout')!.textContent = 'Answered');
      figure.querySelector('button')!.onclick = () => worker.postMessage(0);
    });
    const [act] = await walked(page);
    expect(act!.answer).toBeGreaterThanOrEqual(600);
    expect(act!.ms).toBeLessThan(400);
  });
});

describe('a walk fails', () => {
  test('where a figure vanishes', async () => {
    const page = await pageWith(figure('<button type="button">Go</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => figure.remove();
    });
    await expect(walked(page)).rejects.toThrow(/made, button button: press: .*vanished/);
  });

  test('where a figure shows nothing any more', async () => {
    const page = await pageWith(figure('<button type="button">Go</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => (figure.hidden = true);
    });
    await expect(walked(page)).rejects.toThrow('vanished');
  });

  test('where something lies over a control', async () => {
    const page = await pageWith(figure('<button type="button">Go</button>'), () => {
      const over = document.createElement('div');
      over.style.cssText = 'position: fixed; inset: 0';
      document.body.append(over);
    });
    await expect(walked(page)).rejects.toThrow('did not reach');
  });

  test('where a script of the page does', async () => {
    const page = await pageWith(figure('<button type="button">Go</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => {
        throw new Error('broken');
      };
    });
    await expect(walked(page)).rejects.toThrow('broken');
  });

  test('where an act leads away', async () => {
    const page = await pageWith(figure('<button type="button">Go</button>'), (figure) => {
      figure.querySelector('button')!.onclick = () => history.pushState(null, '', 'elsewhere/');
    });
    await expect(walked(page)).rejects.toThrow('led away');
  });
});

describe('opening a page and looking through it', () => {
  test('tells what moves by itself from what a first touch of a figure moves', async () => {
    const page = await pageWith(
      figure('<header><p class="title">Made</p></header><div style="height: 3000px">Long</div>'),
      (figure) => {
        const push = (height: string): void => {
          const space = document.createElement('div');
          space.style.height = height;
          figure.querySelector('header')!.after(space);
        };
        figure.addEventListener('pointerdown', () => push('300px'));
        setTimeout(() => push('30px'), 100);
      },
    );
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const load = await measureLoad(page, session, mouse(page));
    expect(load.shiftLoading).toBeGreaterThan(0);
    expect(load.shiftTouching).toBeGreaterThan(load.shiftLoading);
    expect(load.shiftScrolling).toBe(0);
    expect(load.laidOut).toBeGreaterThan(5);
    expect(load.layoutObjects).toBeGreaterThan(load.laidOut);
  });
});
