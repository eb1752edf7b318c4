import type { Page } from 'playwright-core';
import type { LiveFigure } from '../../../../components/figure/live-figure.ts';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../site.ts';
import { others, schemas } from './figures.ts';

/** All that a reader can see of a figure, the settings of its controls included. */
function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.figure :is(input, select)')];
    const set = controls.map((control) =>
      control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)
        ? control.checked
        : control.value,
    );
    return `${document.querySelector('.figure')!.parentElement!.innerHTML.replace(/ data-live(="")?/g, '')} ${JSON.stringify(set)}`;
  });
}

/** What a figure says: its drawings, its read-out, its numbers. */
function told(page: Page): Promise<string> {
  return page.evaluate(() => {
    const written = ({ nodeName, attributes }: Element): string =>
      [nodeName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' ');
    const drawings = [...document.querySelectorAll('.figure [data-drawing] svg')]
      .filter((svg) => svg.getClientRects().length > 0)
      // The build writes attributes in another order than a browser.
      .flatMap((svg) => [svg.textContent, ...[...svg.querySelectorAll('*')].map(written)]);
    const texts = [...document.querySelectorAll('.figure :is(.readout, .numbers table)')].map(
      (part) => part.textContent,
    );
    return [...drawings, ...texts].join('\n');
  });
}

/** Follows a link to settings of the figure, or to none, and waits until what it asks for is shown. */
function follow(page: Page, link: string): Promise<void> {
  return page.evaluate(async (link) => {
    const figure = document.querySelector('.figure')!.closest<LiveFigure>('[data-figure]')!;
    if (location.hash !== link) {
      const isHeard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = link;
      await isHeard;
    }
    while (!figure.matches('[data-live]')) await new Promise(requestAnimationFrame);
    await figure.settled();
  }, link);
}

describe.each([...schemas])('%s, from a link', (name, schema) => {
  it('says what it could not read and is as by default, comes back as it was, in each of its settings, and goes back', async () => {
    const page = await openPage(`embed/${name}/#${name}.nonsense=1&${name}.${Object.keys(schema)[0]}=%00`);
    const unread = page.locator('.figure .unread');
    await expect.poll(() => unread.textContent()).toContain('“nonsense=1”');
    expect(await unread.isVisible()).toBe(true);
    const settings = (text: string): string => text.slice(text.lastIndexOf('['));
    const before = settings(await shown(page));
    await follow(page, '');
    expect(await unread.isVisible()).toBe(false);
    const linkOf = (field: string, value: string): string => `#${new URLSearchParams([[`${name}.${field}`, value]])}`;
    /** A value may be what the figure chooses by itself: the link to the first that changes it. */
    const changing = async (field: string): Promise<string> => {
      for (const value of others(schema[field]!).slice(0, 3)) {
        await follow(page, '');
        const usual = await shown(page);
        expect(settings(usual)).toBe(before);
        const link = linkOf(field, value);
        await follow(page, link);
        if ((await shown(page)) !== usual) return link;
      }
      throw new Error(`No link to another ${field} changes the figure.`);
    };
    const fields = Object.keys(schema);
    // Draws the default as the script does, which the build may have drawn in another way.
    await follow(page, linkOf(fields[0]!, others(schema[fields[0]!]!)[0]!));
    await follow(page, '');
    const usual = await told(page);

    for (const field of fields) {
      const link = await changing(field);
      expect(await unread.isVisible(), link).toBe(false);
      // The address is written 300 ms after what it says is shown: clocks of a page come in their order.
      await page.evaluate(() => new Promise((after) => setTimeout(after, 301)));
      expect(await page.evaluate(() => location.hash)).toBe(link);
      if (field !== fields[0]) continue;
      // A page that opens at a link and one that hears of it later take the same way; once is enough.
      const kept = settings(await shown(page));
      await page.reload();
      await expect.poll(async () => settings(await shown(page)), { message: link }).toBe(kept);
    }
    await follow(page, '');
    await expect.poll(async () => (await told(page)) === usual).toBe(true);
  });
});
