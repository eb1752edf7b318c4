/** Every page, for readers who see, point, move and print in other ways. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openPage, sharePage } from './site.ts';

const paths = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
/** Every page, and figures of three kinds alone. */
const pages = paths.filter((path) => !path.startsWith('embed/') || /masks|stepper|complexity-table/.test(path));

/** What reaches further to the right than the window, as far as it does not scroll by itself. */
function tooWide(page: Page): Promise<{ readonly width: number; readonly by: readonly string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.scrollWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const by = [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !scrolls(each.parentElement))
      .map((each) => `${each.closest('[id]')?.id ?? ''} ${each.tagName}.${each.getAttribute('class') ?? ''}`);
    return { width, by: width > innerWidth ? [...new Set(by)].slice(0, 8) : [] };
  });
}

describe.each(pages)('/%s', (path) => {
  const page = sharePage(path, { width: 390, touch: true });

  test('fits a phone with letters of twice the size', async () => {
    const twice = await page().addStyleTag({
      content: 'html { font-size: 200% !important } * { content-visibility: visible !important }',
    });
    expect(await tooWide(page())).toEqual({ width: 390, by: [] });
    await twice.evaluate((style) => (style as unknown as HTMLStyleElement).remove());
  });

  test('does not make a phone zoom into what is typed or chosen', async () => {
    const small = await page()
      .locator('input:not([type=radio], [type=checkbox], [type=range]), select, textarea')
      .evaluateAll((all) =>
        all
          .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 16)
          .map((each) => `${each.tagName} ${each.getAttribute('name')}: ${getComputedStyle(each).fontSize}`),
      );
    expect(small).toEqual([]);
  });

  test('has room for a finger on all that is pressed', async () => {
    await page().setViewportSize({ width: 360, height: 740 });
    await page().addStyleTag({ content: '* { content-visibility: visible !important }' });
    const small = await page().evaluate(() => {
      const pressed = 'a, button, input, select, textarea, summary, [tabindex="0"]';
      return [...document.querySelectorAll<HTMLElement>(pressed)]
        .filter((each) => {
          // A link or a term within a sentence is as high as its line.
          const isInText = getComputedStyle(each).display === 'inline';
          return each.checkVisibility({ opacityProperty: false }) && !isInText;
        })
        .flatMap((each) => {
          // A label is pressed like what it names.
          const areas = [each, ...((each as HTMLInputElement).labels ?? [])].map((area) =>
            area.getBoundingClientRect(),
          );
          const fits = areas.some(({ width, height }) => width >= 23.5 && height >= 23.5);
          const [{ width, height }] = areas as [DOMRect];
          return fits ? [] : [`${each.tagName} ${each.className || each.textContent}: ${width} × ${height}`];
        });
    });
    expect(small).toEqual([]);
  });

  test('fits the smallest phone', async () => {
    await page().setViewportSize({ width: 320, height: 640 });
    expect(await tooWide(page())).toEqual({ width: 320, by: [] });
  });

  test('keeps its code, its formulas and the letters of quantities when it is translated', async () => {
    const lost = await page()
      .locator('main :is(code, pre, .katex, em)')
      .evaluateAll((all) =>
        all
          .filter(
            (each) => !each.closest('[translate=no]') && !(each.matches('em') && /[a-z]{2}/.test(each.textContent)),
          )
          .map((each) => each.textContent.slice(0, 40)),
      );
    expect(lost).toEqual([]);
  });

  test('keeps the words of its sentences in its tables when it is translated', async () => {
    const translated = await page()
      .locator('.figure th')
      .evaluateAll((all) => {
        const named = all.map((each) => ({
          name: each.textContent.trim(),
          figure: each.closest('.figure')!.id,
          isKept: Boolean(each.closest('[translate=no]') ?? each.querySelector('[translate=no]')),
          isOfMap: /row = query/.test(each.closest('table')!.caption?.textContent ?? ''),
        }));
        const kept = new Set(named.flatMap(({ name, figure, isKept }) => (isKept ? [`${figure} ${name}`] : [])));
        const isOwn = (name: string): boolean => name === 'sum' || name === 'directions';
        return named
          .filter(
            ({ name, figure, isKept, isOfMap }) =>
              !isKept && (kept.has(`${figure} ${name}`) || (isOfMap && !isOwn(name))),
          )
          .map(({ name }) => name);
      });
    expect(translated).toEqual([]);
  });

  test('is legible in the colours that a reader forces upon it', async () => {
    await page().setViewportSize({ width: 1280, height: 800 });
    await page().emulateMedia({ forcedColors: 'active' });
    const faint = await page().evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const known = new Map<string, number[]>();
      const rgba = (colour: string): number[] => known.get(colour) ?? known.set(colour, read(colour)).get(colour)!;
      const read = (colour: string): number[] => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]: readonly number[]): number => {
        const [x, y, z] = [r!, g!, b!].map((v) =>
          v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
      };
      const grounds = new Map<Element, number[]>();
      const ground = (element: Element | null): number[] => {
        if (!element) return [255, 255, 255];
        const known = grounds.get(element);
        if (known) return known;
        const own = rgba(getComputedStyle(element).backgroundColor);
        const seen = own[3]! > 200 ? own : ground(element.parentElement);
        grounds.set(element, seen);
        return seen;
      };
      const found = new Set<string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement!;
        if (walker.currentNode.textContent!.trim() === '' || !element.checkVisibility({ opacityProperty: true }))
          continue;
        // In a drawing text may stand on a cell: its colours are the drawing's own.
        if (element.closest('svg, script, style, .katex-mathml')) continue;
        const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5)
          found.add(
            `${element.tagName} ${element.className}: ${ratio.toFixed(1)} “${element.textContent.trim().slice(0, 30)}”`,
          );
      }
      return [...found];
    });
    expect(faint).toEqual([]);
  });
});

test('says so where scripts do not come, shows no control that does nothing, and comes whole when asked again', async () => {
  const script = /\.js$/;
  const page = await openPage('attention/code/', {
    expectErrors: true,
    before: (page) => page.route(script, (route) => route.abort()),
  });
  const dead = page.locator('.figure :is(.controls, .handle):visible');
  await expect.poll(() => page.textContent('.broken')).toMatch(/^A part of this page could not be fetched/);
  expect(await page.locator('.broken').count()).toBe(1);
  expect(await dead.count()).toBe(0);
  const listings = (): Promise<number> => page.locator('code-tabs .listing:visible').count();
  const all = await page.locator('code-tabs .listing').count();
  expect(await listings()).toBe(all);
  await page.unroute(script);
  await page.click('.broken button');
  await expect.poll(listings).toBe(all / 3);
  expect(await page.locator('.broken').count()).toBe(0);
  expect(await dead.count()).toBeGreaterThan(0);
});

test.each(['be-the-head', 'library-shelf', 'convex-hull'])(
  'what is moved about the plane of %s tells both its numbers, moves both ways by keys, and has room for a finger at 360 pixels',
  async (figure) => {
    const page = await openPage(`embed/${figure}/`, { width: 360 });
    const handles = page.locator('.handle');
    const places = await handles.evaluateAll((all) =>
      all.map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2] as const;
      }),
    );
    expect(places.length).toBeGreaterThan(0);
    for (const [at, [x, y]] of places.entries())
      for (const [left, top] of places.slice(at + 1)) expect(Math.hypot(left - x, top - y)).toBeGreaterThanOrEqual(24);
    const told = (): Promise<string | null> => handles.first().getAttribute('aria-valuetext');
    const numbers = (text: string | null): string[] => text!.match(/[\d.]+/g)!;
    expect(numbers(await told())).toHaveLength(2);
    await handles.first().focus();
    await page.waitForSelector('[data-live]');
    for (const [axis, key] of ['ArrowLeft', 'ArrowDown'].entries()) {
      const before = numbers(await told());
      await page.keyboard.press(key);
      await expect.poll(async () => numbers(await told())[axis]).not.toBe(before[axis]);
      expect(numbers(await told())[1 - axis]).toBe(before[1 - axis]);
    }
  },
);

test.each([
  ['attention/plain-english/', 120],
  ['attention/code/', 165],
  ['attention/academic/', 215],
])('/%s is gone through in at most %i stops of the tab key', async (path, most) => {
  const page = await openPage(path);
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  const stops = () =>
    page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
      ];
      const reached = all.filter(
        (each) =>
          each.tabIndex >= 0 &&
          !each.matches(':disabled, [inert] *') &&
          each.checkVisibility({ visibilityProperty: true }),
      );
      // Radio buttons of one name are one stop.
      return new Set(
        reached.map((each) => (each instanceof HTMLInputElement && each.type === 'radio' ? each.name : each)),
      ).size;
    });
  // What scrolls is a stop; how much of it does is known when its letters have come.
  await expect.poll(stops).toBeLessThanOrEqual(most);
  expect(await stops()).toBeGreaterThan(100);
});

test('the contents beside a chapter are one stop of the tab key, gone through by arrows; references open for a link to them', async () => {
  const page = await openPage('attention/academic/');
  const links = page.locator('.contents a');
  const here = (): Promise<number> =>
    links.evaluateAll((all) => all.findIndex((each) => each === document.activeElement));
  const stops = (): Promise<number> => links.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length);
  expect(await stops()).toBe(1);
  await links.first().focus();
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['End', (await links.count()) - 1],
    ['ArrowUp', (await links.count()) - 2],
    ['Home', 0],
    ['Tab', -1],
    ['Shift+Tab', 0],
  ] as const) {
    await page.keyboard.press(key);
    expect(await here()).toBe(at);
  }
  const citation = page.locator('a.citation:visible').first();
  const source = page.locator(`.references li${await citation.getAttribute('href')}`);
  expect(await source.isVisible()).toBe(false);
  await citation.press('Enter');
  await expect.poll(() => source.isVisible()).toBe(true);
  // The list leads back to each mention, also to one that is no stop itself.
  const again = page.locator('a.citation[tabindex="-1"]:visible').first();
  const id = await again.getAttribute('id');
  await page.locator(`.mentions a[href="#${id}"]`).press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe(id);
  expect(await stops()).toBe(1);
});

test('a table of fields is one stop of the tab key, gone through by arrows', async () => {
  const page = await openPage('embed/stepper/');
  const here = (): Promise<string | null> => page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
  await page.focus('[data-matrix=X] input');
  for (const [key, name] of [
    ['ArrowDown', 'words X, row is, column thing'],
    ['ArrowRight', 'words X, row is, column link'],
    ['Tab', 'query table W_Q, row thing, column thing'],
    ['Shift+Tab', 'words X, row is, column link'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await here()).toBe(name);
  }
});

// What is for paper never scrolls.
test.each(paths.filter((path) => /^attention\/(?!worksheet)./.test(path)))(
  '/%s shows at 360 pixels that what is wider goes on',
  async (path) => {
    const page = await openPage(path, { width: 360 });
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    const { wide, bare } = await page.evaluate(() => {
      const wide = [...document.querySelectorAll<HTMLElement>('main *')].filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX),
      );
      const isClear = (colour: string): boolean => /^rgba\(.* 0\)$|^transparent$/.test(colour);
      const bare = wide.filter((each) => {
        // What is folded or veiled is seen by nobody until it is opened, and what is inert is found at no point.
        for (let around: HTMLElement | null = each; around; around = around.parentElement) around.inert = false;
        const folded = each.closest('details');
        if (folded) folded.open = true;
        each.scrollIntoView({ block: 'center' });
        const { right, top, height } = each.getBoundingClientRect();
        const over = document.elementsFromPoint(right - 3, top + height / 2);
        const covers = over
          .slice(0, over.indexOf(each))
          .filter((one) => !isClear(getComputedStyle(one).backgroundColor));
        const { backgroundImage, backgroundAttachment } = getComputedStyle(each);
        const isShaded = backgroundImage.split('linear-gradient').length === 5 && /scroll$/.test(backgroundAttachment);
        return !isShaded || covers.length > 0;
      });
      return { wide: wide.length, bare: bare.map((each) => `${each.closest('[id]')?.id} ${each.className}`) };
    });
    expect(wide).toBeGreaterThan(0);
    expect(bare).toEqual([]);
  },
);

test('nothing moves by itself for a reader who asked for stillness, and who asked for contrast gets it', async () => {
  const page = await openPage('attention/plain-english/', { reducedMotion: 'reduce' });
  const moving = await page.locator('body *').evaluateAll((all) =>
    all
      .filter((each) => {
        const { transitionDuration, animationName } = getComputedStyle(each);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
      })
      .map((each) => `${each.tagName} ${each.className}`),
  );
  expect(moving).toEqual([]);
  const soft = (): Promise<string> =>
    page
      .locator('.badge')
      .first()
      .evaluate((each) => getComputedStyle(each).borderColor);
  const usual = await soft();
  await page.emulateMedia({ contrast: 'more' });
  expect(await soft()).not.toBe(usual);
});
