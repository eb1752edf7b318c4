import type { Page } from 'playwright-core';
import type { LiveFigure } from '../../../../components/figure/live-figure.ts';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../site.ts';
import { others, schemas } from './figures.ts';

interface Shown {
  /** The settings of its controls. */
  readonly settings: string;
  /** All that stands in it, these included, in short. */
  readonly all: string;
  /** What it says, in short: its drawings, its read-out, its numbers. */
  readonly told: string;
}

/** What the figure of a page shows when a link to settings of it, or to none, has been followed; where no link is given, as it stands. */
function shown(page: Page, link?: string): Promise<Shown> {
  return page.evaluate(async (link) => {
    const figure = document.querySelector('.figure')!.closest<LiveFigure>('[data-figure]')!;
    if (link !== undefined && location.hash !== link) {
      const isHeard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = link;
      await isHeard;
    }
    while (link !== undefined && !figure.matches('[data-live]')) await new Promise(requestAnimationFrame);
    await figure.settled();
    const settings = JSON.stringify(
      [...figure.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':is(input, select)')].map((control) =>
        control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)
          ? control.checked
          : control.value,
      ),
    );
    const written = ({ nodeName, attributes }: Element): string =>
      [nodeName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' ');
    const drawings = [...figure.querySelectorAll('[data-drawing] svg')]
      .filter((svg) => svg.getClientRects().length > 0)
      .flatMap((svg) => [svg.textContent, ...[...svg.querySelectorAll('*')].map(written)]);
    const texts = [...figure.querySelectorAll(':is(.readout, .numbers table)')].map((part) => part.textContent);
    const inShort = async (text: string): Promise<string> =>
      String(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
    return {
      settings,
      all: await inShort(figure.innerHTML + settings),
      told: await inShort([...drawings, ...texts].join('\n')),
    };
  }, link);
}

describe.each([...schemas])('%s, from a link', (name, schema) => {
  const linkTo = (field: string, value: string): string => `#${new URLSearchParams([[`${name}.${field}`, value]])}`;

  it('says what it could not read and is as by default, comes back as it was, in each of its settings, and goes back', async () => {
    const { settings: asBuilt } = await shown(await openPage(`embed/${name}/`));
    const page = await openPage(`embed/${name}/#${name}.nonsense=1&${name}.${Object.keys(schema)[0]}=%00`);
    const unread = page.locator('.figure .unread');
    await expect.poll(() => unread.textContent()).toContain('“nonsense=1”');
    expect(await unread.isVisible()).toBe(true);
    expect((await shown(page)).settings).toBe(asBuilt);
    // Of this one it says nothing.
    await shown(page, '#another.setting=1');
    expect(await unread.isVisible()).toBe(false);

    const fields = Object.keys(schema);
    // Draws the default as the script does, which the build may have drawn in another way.
    await shown(page, linkTo(fields[0]!, others(schema[fields[0]!]!)[0]!));
    const usual = await shown(page, '');

    /** A value may be what the figure chooses by itself: the link to the first that changes it. */
    const changing = async (field: string): Promise<string> => {
      for (const value of others(schema[field]!).slice(0, 3)) {
        const before = await shown(page, '');
        expect(before.settings).toBe(asBuilt);
        const link = linkTo(field, value);
        if ((await shown(page, link)).all !== before.all) return link;
      }
      throw new Error(`No link to another ${field} changes the figure.`);
    };
    for (const field of fields) {
      const link = await changing(field);
      expect(await unread.isVisible(), link).toBe(false);
      // The address is written 300 ms after what it says is shown: clocks of a page come in their order.
      expect(await page.evaluate(() => new Promise((told) => setTimeout(() => told(location.hash), 301)))).toBe(link);
      if (field !== fields[0]) continue;
      // A page that opens at a link and one that hears of it later take the same way; once is enough.
      const kept = (await shown(page)).settings;
      await page.reload();
      await expect.poll(async () => (await shown(page)).settings, { message: link }).toBe(kept);
    }
    await expect.poll(async () => (await shown(page, '')).told).toBe(usual.told);
  });
});
