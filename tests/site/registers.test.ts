/** The switch between the registers of a lesson keeps a reader at the idea they are at. */
import { readdirSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { places as told } from '../../content/lessons/attention/places.ts';
import { sameIdea, type Places } from '../../src/places.ts';
import { openPage, settled } from './site.ts';

const places: Places = told;
const registers = [...new Set(places.flatMap(Object.keys))];

test.each(registers.flatMap((register) => [390, 1280].map((width) => [register, width] as const)))(
  'in %s at %i pixels each section is arrived at, one in four from elsewhere, and leads to where the others tell the same',
  async (register, width) => {
    expect(readdirSync(inject('folder') + '/attention')).toContain(register);
    const page = await openPage(`attention/${register}/`, { width });
    const anchors = [...new Set(places.flatMap((place) => place[register] ?? []))];
    for (const [at, anchor] of anchors.entries()) {
      const address = `${inject('site')}attention/${register}/#${anchor}`;
      // Above a section that is arrived at afresh nothing is laid out yet. Phone and desk take others each.
      if (at % 4 === (width < 700 ? 1 : 3)) await page.goto('about:blank');
      await page.goto(address, { waitUntil: 'load' });
      // The switch follows when what is near is laid out.
      const leads = (): Promise<(readonly [register: string, anchor: string])[]> =>
        page
          .locator('.registers a')
          .evaluateAll((all) =>
            (all as HTMLAnchorElement[]).map(({ pathname, hash }) => [pathname.split('/').at(-2)!, hash.slice(1)]),
          );
      for (const other of registers)
        await expect
          .poll(leads, { message: anchor })
          .toContainEqual([other, sameIdea(places, register, other)[anchor] ?? '']);
      await settled(page);
      const { top, bar } = await page.evaluate(
        (anchor) => ({
          top: document.getElementById(anchor)!.getBoundingClientRect().top,
          bar: document.querySelector('.registers')!.getBoundingClientRect().bottom,
        }),
        anchor,
      );
      expect(top, anchor).toBeGreaterThanOrEqual(bar);
      expect(top, anchor).toBeLessThan(bar + 100);
    }
  },
);
