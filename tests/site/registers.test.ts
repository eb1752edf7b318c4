/** The switch between the registers of a lesson keeps a reader at the idea they are at. */
import { readdirSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { places as told } from '../../content/lessons/attention/places.ts';
import { sameIdea, type Places } from '../../src/places.ts';
import { openPage } from './site.ts';

const places: Places = told;
const registers = [...new Set(places.flatMap(Object.keys))];

test.each(registers.flatMap((register) => [390, 1280].map((width) => [register, width] as const)))(
  'in %s at %i pixels each section is arrived at, and leads to where the others tell the same',
  { timeout: 120_000 },
  async (register, width) => {
    expect(readdirSync(inject('folder') + '/attention')).toContain(register);
    const page = await openPage(`attention/${register}/`, { width });
    const anchors = [...new Set(places.flatMap((place) => place[register] ?? []))];
    for (const anchor of anchors) {
      // Another page between, so that each is arrived at afresh.
      await page.goto(`${inject('site')}404.html`);
      await page.goto(`${inject('site')}attention/${register}/#${anchor}`, { waitUntil: 'load' });
      const found = await page.evaluate(async (anchor) => {
        // What is near is laid out now, and the switch has followed.
        await new Promise((resolve) => setTimeout(resolve, 150));
        return {
          top: document.getElementById(anchor)!.getBoundingClientRect().top,
          bar: document.querySelector('.registers')!.getBoundingClientRect().bottom,
          leads: [...document.querySelectorAll<HTMLAnchorElement>('.registers a')].map(({ pathname, hash }) => [
            pathname.split('/').at(-2)!,
            hash.slice(1),
          ]),
        };
      }, anchor);
      expect(found.top, anchor).toBeGreaterThanOrEqual(found.bar);
      expect(found.top, anchor).toBeLessThan(found.bar + 100);
      for (const other of registers)
        expect(found.leads, anchor).toContainEqual([other, sameIdea(places, register, other)[anchor] ?? '']);
    }
  },
);
